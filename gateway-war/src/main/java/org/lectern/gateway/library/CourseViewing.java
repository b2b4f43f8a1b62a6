package org.lectern.gateway.library;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lectern.gateway.session.LearnerSession;

/**
 * What the people of a course have seen, for its instructors. Who may ask is the asker's business; the room that knows (playback)
 * answers, for the course of the session alone. Safe for any thread.
 */
public interface CourseViewing {

    /** Everybody who opened this entry, at most so many, the latest first. */
    List<Seen> everybody(LearnerSession session, String media, int most);

    /** What one person opened, the latest first. */
    List<Seen> one(LearnerSession session, String learnerKey);

    /**
     * One person and one entry.
     *
     * @param learnerKey who
     * @param media which entry
     * @param progress what was seen; no parts when it was opened only
     * @param completed whether enough of it was seen to count as completed
     * @param timeSpent seconds of playing, by the clock
     * @param length of the video in seconds, when the player has told it
     * @param last when the latest of it was kept
     */
    record Seen(
            String learnerKey,
            String media,
            WatchedSoFar.Progress progress,
            boolean completed,
            BigDecimal timeSpent,
            Optional<BigDecimal> length,
            Instant last) {}
}
