package org.lectern.adapter.videoprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;

/**
 * Observes actions and puts what {@link PortalStatements} and {@link VideoStatements} say about them. The profile has no
 * heartbeat, so progress is told only where the tenant's {@code video-profile.also} lists {@code progressed}. Stateless.
 */
@ApplicationScoped
public class VideoProfileAdapter {

    private static final String NAME = "video-profile";

    private final StatementSink sink;
    private final PortalStatements portal;
    private final VideoStatements video;

    @Inject
    public VideoProfileAdapter(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.portal = new PortalStatements(ids);
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
