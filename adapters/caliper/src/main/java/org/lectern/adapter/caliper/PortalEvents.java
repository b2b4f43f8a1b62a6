package org.lectern.adapter.caliper;

import java.util.Optional;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.EntryAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;
import org.lectern.adapter.caliper.CaliperEvent.Kind;

/** What happens around videos: on the site, in galleries, with entries (vocabulary §7.1). Pure. */
final class PortalEvents {

    private PortalEvents() {}

    static CaliperEvent loggedIn(LoggedIn action) {
        return new CaliperEvent(
                        action,
                        Kind.SESSION,
                        "LoggedIn",
                        Entities.site(action.context().site()))
                .from(action.context().launch().flatMap(LaunchEntities::platform));
    }

    static CaliperEvent categoryViewed(CategoryViewed action) {
        return new CaliperEvent(action, Kind.NAVIGATION, "NavigatedTo", Entities.gallery(action.category()));
    }

    /** "Liked" is one of Caliper's actions that no event type takes. There is none for taking it back. */
    static CaliperEvent liked(Liked action) {
        return upon(action, Kind.GENERAL, "Liked");
    }

    static CaliperEvent commented(Commented action) {
        return upon(action, Kind.FEEDBACK, "Commented").making(Entities.comment(action));
    }

    static CaliperEvent uploaded(Uploaded action) {
        return upon(action, Kind.RESOURCE, "Uploaded");
    }

    static CaliperEvent published(Published action) {
        return upon(action, Kind.RESOURCE, "Published").with("visibility", "published");
    }

    /** Not "Unpublished": whoever has the link still sees it. */
    static CaliperEvent unlisted(Unlisted action) {
        return upon(action, Kind.RESOURCE, "Modified").with("visibility", "unlisted");
    }

    /** Told of who granted it: the resource is what they modified. */
    static CaliperEvent collaboratorAdded(CollaboratorAdded action) {
        return upon(action, Kind.RESOURCE, "Modified")
                .by(action.grantedBy())
                .with(
                        "co-editor",
                        Entities.iri(action.context().site(), action.context().actor()));
    }

    static CaliperEvent captureLaunched(CaptureLaunched action) {
        return new CaliperEvent(
                action,
                Kind.TOOL_USE,
                "Used",
                Entities.application(
                        action.application().id(), action.application().name()));
    }

    private static CaliperEvent upon(EntryAction action, Kind kind, String word) {
        return new CaliperEvent(action, kind, word, Entities.video(action.entry(), Optional.empty()));
    }
}
