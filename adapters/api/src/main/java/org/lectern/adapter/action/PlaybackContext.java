package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * One playback: one load of the player, one session of the Video Profile.
 *
 * @param session a version 4 UUID: the profile's session-id, and so the id of the profile's {@code initialized} statement
 * @param registration the attempt: one per learner, course and video; progress is carried over within it
 * @param entry the video
 * @param length its length in seconds, at most three decimals; empty for a live stream
 * @param completionThreshold share of the video, 0 to 1, at which it counts as completed
 */
public record PlaybackContext(
        UUID session, UUID registration, Entry entry, Optional<BigDecimal> length, BigDecimal completionThreshold) {

    public PlaybackContext {
        if (session.version() != 4) {
            throw new IllegalArgumentException("session id is no version 4 UUID: " + session);
        }
    }
}
