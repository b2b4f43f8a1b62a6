package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A milestone or an interval of watching was reached (the tenant's {@code progress} setting).
 *
 * @param time position, seconds
 * @param percent the milestone reached or the share watched, 0 to 100
 * @param finished whether this is the first report at or past the end rule
 */
public record Progressed(
        ActionContext context,
        PlaybackContext playback,
        Instant at,
        BigDecimal time,
        int percent,
        boolean finished,
        Watched watched)
        implements PlaybackAction {}
