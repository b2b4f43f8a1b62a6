package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Playing stopped, for whatever reason, the end of the video included.
 *
 * @param time position, seconds
 * @param ending whether the end of the video was reached by this, for the first time in the playback
 */
public record Paused(
        ActionContext context, PlaybackContext playback, Instant at, BigDecimal time, Watched watched, boolean ending)
        implements PlaybackAction {}
