package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Playing started or went on.
 *
 * @param time position, seconds
 * @param start how it came about within the playback
 */
public record Played(ActionContext context, PlaybackContext playback, Instant at, BigDecimal time, Start start)
        implements PlaybackAction {

    /** What went before it in the same playback. */
    public enum Start {
        /** Nothing was played before. */
        FIRST,
        /** It goes on after a stop. */
        RESUMED,
        /** It begins anew after the end was reached. */
        AGAIN
    }
}
