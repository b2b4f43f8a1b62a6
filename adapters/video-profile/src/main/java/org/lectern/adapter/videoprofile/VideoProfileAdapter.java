package org.lectern.adapter.videoprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Unliked;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;

/**
 * Observes actions and puts what {@link PortalStatements}, {@link EntryStatements} and {@link VideoStatements} say about them. The profile has no
 * heartbeat, so progress is told only where the tenant's {@code video-profile.also} lists {@code progressed}. Stateless.
 */
@ApplicationScoped
public class VideoProfileAdapter {

    private static final String NAME = "video-profile";

    private final StatementSink sink;
    private final PortalStatements portal;
    private final EntryStatements entries;
    private final VideoStatements video;

    @Inject
    public VideoProfileAdapter(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.portal = new PortalStatements(ids);
        this.entries = new EntryStatements(ids);
        this.video = new VideoStatements(ids);
    }

    /** For the CDI proxy. */
    protected VideoProfileAdapter() {
        this(null, null);
    }

    void loggedIn(@Observes @Vocabulary(NAME) LoggedIn action) {
        sink.put(action, portal.loggedIn(action));
    }

    void categoryViewed(@Observes @Vocabulary(NAME) CategoryViewed action) {
        sink.put(action, portal.categoryViewed(action));
    }

    void liked(@Observes @Vocabulary(NAME) Liked action) {
        sink.put(action, entries.liked(action));
    }

    void unliked(@Observes @Vocabulary(NAME) Unliked action) {
        sink.put(action, entries.unliked(action));
    }

    void commented(@Observes @Vocabulary(NAME) Commented action) {
        sink.put(action, entries.commented(action));
    }

    void uploaded(@Observes @Vocabulary(NAME) Uploaded action) {
        sink.put(action, entries.uploaded(action));
    }

    void published(@Observes @Vocabulary(NAME) Published action) {
        sink.put(action, entries.published(action));
    }

    void unlisted(@Observes @Vocabulary(NAME) Unlisted action) {
        sink.put(action, entries.unlisted(action));
    }

    void collaboratorAdded(@Observes @Vocabulary(NAME) CollaboratorAdded action) {
        sink.put(action, entries.collaboratorAdded(action));
    }

    void captureLaunched(@Observes @Vocabulary(NAME) CaptureLaunched action) {
        sink.put(action, entries.captureLaunched(action));
    }

    void initialized(@Observes @Vocabulary(NAME) Initialized action) {
        sink.put(action, video.initialized(action));
    }

    void played(@Observes @Vocabulary(NAME) Played action) {
        sink.put(action, video.played(action));
    }

    void paused(@Observes @Vocabulary(NAME) Paused action) {
        sink.put(action, video.paused(action));
    }

    void seeked(@Observes @Vocabulary(NAME) Seeked action) {
        sink.put(action, video.seeked(action));
    }

    void rateChanged(@Observes @Vocabulary(NAME) PlaybackRateChanged action) {
        sink.put(action, video.rateChanged(action));
    }

    void interacted(@Observes @Vocabulary(NAME) Interacted action) {
        sink.put(action, video.interacted(action));
    }

    void progressed(@Observes @Vocabulary(NAME) Progressed action) {
        String also = action.context().settings().getOrDefault(NAME + ".also", "");
        if (Arrays.asList(also.strip().split("\\s*,\\s*")).contains("progressed")) {
            sink.put(action, video.progressed(action));
        }
    }

    void completed(@Observes @Vocabulary(NAME) Completed action) {
        sink.put(action, video.completed(action));
    }

    void terminated(@Observes @Vocabulary(NAME) Terminated action) {
        sink.put(action, video.terminated(action));
    }
}
