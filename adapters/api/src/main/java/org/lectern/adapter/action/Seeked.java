package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The learner moved the position.
 *
 * @param from position left, seconds
 * @param to position reached, seconds
 */
public record Seeked(
        ActionContext context, PlaybackContext playback, Instant at, BigDecimal from, BigDecimal to, Watched watched)
        implements PlaybackAction {}
