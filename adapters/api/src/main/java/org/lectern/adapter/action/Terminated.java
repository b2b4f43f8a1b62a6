package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The playback is over; nothing follows it. A {@link Paused} went before if the video was playing.
 *
 * @param time position, seconds
 * @param ending whether what was played ends with this: something was, and no {@link Paused} before was its end
 */
public record Terminated(
        ActionContext context, PlaybackContext playback, Instant at, BigDecimal time, Watched watched, boolean ending)
        implements PlaybackAction {}
