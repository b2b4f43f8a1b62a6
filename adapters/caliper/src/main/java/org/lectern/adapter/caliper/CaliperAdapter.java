package org.lectern.adapter.caliper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lectern.adapter.Standard;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;

/**
 * Observes actions and puts what {@link MediaEvents} and {@link PortalEvents} say about them. That a player is ready, that a milestone was
 * reached and that a like was taken back is no event of Caliper's, and is not told. Stateless.
 */
@ApplicationScoped
@Standard("caliper")
public class CaliperAdapter {

    private static final String NAME = "caliper";

    private final StatementSink sink;
    private final StatementIds ids;

    @Inject
    public CaliperAdapter(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.ids = ids;
    }

    /** For the CDI proxy. */
    protected CaliperAdapter() {
        this(null, null);
    }

    void loggedIn(@Observes @Vocabulary(NAME) LoggedIn action) {
        put(action, PortalEvents.loggedIn(action));
    }

    void categoryViewed(@Observes @Vocabulary(NAME) CategoryViewed action) {
        put(action, PortalEvents.categoryViewed(action));
    }

    void played(@Observes @Vocabulary(NAME) Played action) {
        put(action, MediaEvents.played(action));
    }

    void paused(@Observes @Vocabulary(NAME) Paused action) {
        put(action, MediaEvents.paused(action));
    }

    void seeked(@Observes @Vocabulary(NAME) Seeked action) {
        put(action, MediaEvents.seeked(action));
    }

    void rateChanged(@Observes @Vocabulary(NAME) PlaybackRateChanged action) {
        put(action, MediaEvents.rateChanged(action));
    }

    void interacted(@Observes @Vocabulary(NAME) Interacted action) {
        MediaEvents.interacted(action).forEach(event -> put(action, event));
    }

    void completed(@Observes @Vocabulary(NAME) Completed action) {
        put(action, MediaEvents.completed(action));
    }

    void terminated(@Observes @Vocabulary(NAME) Terminated action) {
        MediaEvents.terminated(action).ifPresent(event -> put(action, event));
    }

    void liked(@Observes @Vocabulary(NAME) Liked action) {
        put(action, PortalEvents.liked(action));
    }

    void commented(@Observes @Vocabulary(NAME) Commented action) {
        put(action, PortalEvents.commented(action));
    }

    void uploaded(@Observes @Vocabulary(NAME) Uploaded action) {
        put(action, PortalEvents.uploaded(action));
    }

    void published(@Observes @Vocabulary(NAME) Published action) {
        put(action, PortalEvents.published(action));
    }

    void unlisted(@Observes @Vocabulary(NAME) Unlisted action) {
        put(action, PortalEvents.unlisted(action));
    }

    void collaboratorAdded(@Observes @Vocabulary(NAME) CollaboratorAdded action) {
        put(action, PortalEvents.collaboratorAdded(action));
    }

    void captureLaunched(@Observes @Vocabulary(NAME) CaptureLaunched action) {
        put(action, PortalEvents.captureLaunched(action));
    }

    private void put(LearnerAction cause, CaliperEvent event) {
        sink.put(cause, event.as(ids.next()));
    }
}
