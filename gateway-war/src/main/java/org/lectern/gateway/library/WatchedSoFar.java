package org.lectern.gateway.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.gateway.session.LearnerSession;

/**
 * What a learner has seen already. The library asks, the room that knows (playback) answers. Safe for any thread.
 */
public interface WatchedSoFar {

    /** By entry id, for the learner and scope of this session; entries never started are absent. */
    Map<String, Progress> of(LearnerSession session);

    /**
     * What was seen of one entry.
     *
     * @param resumeAt position in seconds to go on at; empty when it was finished or barely begun
     * @param parts which parts were seen, merged and in order
     * @param share 0 to 1, how much of it
     */
    record Progress(Optional<BigDecimal> resumeAt, List<Part> parts, BigDecimal share) {
        public Progress {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a video.
     *
     * @param from seconds
     * @param to seconds, not before {@code from}
     */
    record Part(BigDecimal from, BigDecimal to) {}
}
