package org.lectern.adapter.videoprofile;

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
import org.lectern.adapter.xapi.Verb;

/** Says what is done with a video outside the player. The profile has no verb for it, so none of it claims the profile. */
record EntryStatements(StatementIds ids) {

    private static final Verb LIKED = Verb.of("http://activitystrea.ms/schema/1.0/like", "liked");
    private static final Verb UNLIKED = Verb.of("http://activitystrea.ms/schema/1.0/unlike", "unliked");
    private static final Verb COMMENTED = Verb.of("http://adlnet.gov/expapi/verbs/commented", "commented");
    private static final Verb UPLOADED = Verb.of("https://w3id.org/xapi/netc/verbs/uploaded", "uploaded");
    private static final Verb SHARED = Verb.of("http://adlnet.gov/expapi/verbs/shared", "shared");
    private static final Verb UPDATED = Verb.of("http://activitystrea.ms/schema/1.0/update", "updated");
    private static final Verb ASSIGNED = Verb.of("https://w3id.org/xapi/acrossx/verbs/was-assigned", "was assigned");
    private static final Verb LAUNCHED = Verb.of("http://adlnet.gov/expapi/verbs/launched", "launched");

    Statement liked(Liked action) {
        return inCourse(action, LIKED, "entryLike", Result.NONE);
    }

    Statement unliked(Unliked action) {
        return inCourse(action, UNLIKED, "entryUnlike", Result.NONE);
    }

    Statement commented(Commented action) {
        return inCourse(action, COMMENTED, "entryComment", Result.response(action.text()));
    }

    Statement uploaded(Uploaded action) {
        return say(action, UPLOADED, "entryUpload", Result.NONE, Optional.empty(), NONE);
    }

    Statement published(Published action) {
        return say(action, SHARED, "entryPublish", visibility(action, "published"), action.channel(), NONE);
    }

    Statement unlisted(Unlisted action) {
        return say(action, UPDATED, "entryUnlisted", visibility(action, "unlisted"), Optional.empty(), NONE);
    }

    Statement collaboratorAdded(CollaboratorAdded action) {
        Extensions role = NONE.with(Portal.own(action.context(), "role"), "co-editor")
                .with(Portal.own(action.context(), "granted-by"), action.grantedBy());
        return say(action, ASSIGNED, "entryCollaborator", Result.NONE, Optional.empty(), role);
    }

    Statement captureLaunched(CaptureLaunched action) {
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
                Portal.context(action.context(), Optional.empty(), Portal.event(action.context(), event)),
                action.at());
    }

    private Statement inCourse(EntryAction action, Verb verb, String event, Result result) {
        return say(action, verb, event, result, action.context().course(), NONE);
    }

    private static Result visibility(EntryAction action, String visibility) {
        return Result.of(NONE.with(Portal.own(action.context(), "visibility"), visibility));
    }

    private Statement say(
            EntryAction action,
            Verb verb,
            String event,
            Result result,
            Optional<Category> channel,
            Extensions extensions) {
        return new Statement(
                ids.next(),
                action.context().actor(),
                verb,
                Playback.video(action.entry()),
                result,
                Portal.context(action.context(), channel, extensions.with(Portal.event(action.context(), event))),
                action.at());
    }
}
