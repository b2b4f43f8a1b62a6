package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Playing started or went on.
 *
 * @param time position, seconds
 */
public record Played(ActionContext context, PlaybackContext playback, Instant at, BigDecimal time)
        implements PlaybackAction {}
