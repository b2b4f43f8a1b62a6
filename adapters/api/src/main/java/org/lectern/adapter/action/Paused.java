package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Playing stopped, for whatever reason, the end of the video included.
 *
 * @param time position, seconds
 */
public record Paused(ActionContext context, PlaybackContext playback, Instant at, BigDecimal time, Watched watched)
        implements PlaybackAction {}
