package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The playback is over; nothing follows it. A {@link Paused} went before if the video was playing.
 *
 * @param time position, seconds
 */
public record Terminated(ActionContext context, PlaybackContext playback, Instant at, BigDecimal time, Watched watched)
        implements PlaybackAction {}
