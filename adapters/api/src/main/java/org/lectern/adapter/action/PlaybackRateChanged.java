package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The learner changed the speed.
 *
 * @param time position, seconds
 * @param from speed before, 1 is normal
 * @param to speed now
 * @param player the player's state, the new speed included
 */
public record PlaybackRateChanged(
        ActionContext context,
        PlaybackContext playback,
        Instant at,
        BigDecimal time,
        BigDecimal from,
        BigDecimal to,
        PlayerState player)
        implements PlaybackAction {}
