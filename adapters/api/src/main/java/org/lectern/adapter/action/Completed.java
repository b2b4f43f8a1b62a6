package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * The completion threshold was reached; at most once per registration.
 *
 * @param time position, seconds
 * @param timeSpent wall-clock time while playing, summed over the registration
 */
public record Completed(
        ActionContext context,
        PlaybackContext playback,
        Instant at,
        BigDecimal time,
        Duration timeSpent,
        Watched watched)
        implements PlaybackAction {}
