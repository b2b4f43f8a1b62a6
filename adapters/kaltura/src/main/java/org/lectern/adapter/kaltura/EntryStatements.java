package org.lectern.adapter.kaltura;

import static org.lectern.adapter.xapi.Extensions.NONE;

import java.util.Optional;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.EntryAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Unliked;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;

/** Says what is done with a video outside the player, under Kaltura's names of the events (vocabulary §3.3). */
record EntryStatements(StatementIds ids) {

    private static final Verb LIKED = Verb.of("http://activitystrea.ms/schema/1.0/like", "liked");
    private static final Verb UNLIKED = Verb.of("http://activitystrea.ms/schema/1.0/unlike", "unliked");
    private static final Verb COMMENTED = Verb.of("http://adlnet.gov/expapi/verbs/commented", "commented");
    private static final Verb UPLOADED = Verb.of("https://w3id.org/xapi/netc/verbs/uploaded", "uploaded");
    private static final Verb SHARED = Verb.of("http://adlnet.gov/expapi/verbs/shared", "shared");
    private static final Verb UPDATED = Verb.of("http://activitystrea.ms/schema/1.0/update", "updated");
    private static final Verb ASSIGNED = Verb.of("https://w3id.org/xapi/acrossx/verbs/was-assigned", "was assigned");
    private static final Verb LAUNCHED = Verb.of("http://adlnet.gov/expapi/verbs/launched", "launched");

    Statement entryLike(Liked action) {
        return inCourse(action, LIKED, "entryLike", Result.NONE);
    }

    /** No event of Kaltura's, but without it the likes told would never become fewer. */
    Statement entryUnlike(Unliked action) {
        return inCourse(action, UNLIKED, "entryUnlike", Result.NONE);
    }

    Statement entryComment(Commented action) {
        return inCourse(action, COMMENTED, "entryComment", Result.response(action.text()));
    }

    Statement entryUpload(Uploaded action) {
        return propose(action, UPLOADED, "entryUpload", Result.NONE, Optional.empty(), NONE);
    }

    Statement entryPublish(Published action) {
        return propose(action, SHARED, "entryPublish", visibility(action, "published"), action.channel(), NONE);
    }

    Statement entryUnlisted(Unlisted action) {
        return propose(action, UPDATED, "entryUnlisted", visibility(action, "unlisted"), Optional.empty(), NONE);
    }

    Statement entryCollaborator(CollaboratorAdded action) {
        Extensions role = NONE.with(Portal.own(action.context(), "role"), "co-editor")
                .with(Portal.own(action.context(), "granted-by"), action.grantedBy());
        return propose(action, ASSIGNED, "entryCollaborator", Result.NONE, Optional.empty(), role);
    }

    Statement captureLaunch(CaptureLaunched action) {
        CaptureApplication application = action.application();
        String event = application.kind() == CaptureApplication.Kind.CAPTURE_SPACE
                ? "captureSpaceLaunch"
                : "kalturaCaptureLaunch";
        return new Statement(
                ids.next(),
                action.context().actor(),
                LAUNCHED,
                Portal.application(application),
                Result.NONE,
                Portal.outside(action.context(), Portal.event(action.context(), event)),
                action.at());
    }

    private Statement inCourse(EntryAction action, Verb verb, String event, Result result) {
        return propose(action, verb, event, result, action.context().course(), NONE);
    }

    private static Result visibility(EntryAction action, String visibility) {
        return Result.of(NONE.with(Portal.own(action.context(), "visibility"), visibility));
    }

    private Statement propose(
            EntryAction action,
            Verb verb,
            String event,
            Result result,
            Optional<Category> channel,
            Extensions extensions) {
        StatementContext context = Portal.of(
                action.entry(), channel, action.context(), extensions.with(Portal.event(action.context(), event)));
        return new Statement(
                ids.next(), action.context().actor(), verb, Portal.video(action.entry()), result, context, action.at());
    }
}
