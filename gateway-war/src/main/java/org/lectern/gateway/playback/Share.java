package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.lectern.adapter.action.Watched;

/**
 * How much of a video was watched at least once, exactly (vocabulary §1.5).
 *
 * @param segments the stretches watched
 * @param covered their union, milliseconds
 * @param length of the video, milliseconds; empty for a live stream, of which there is no share
 */
record Share(Segments segments, long covered, OptionalLong length) {

    /** Positions are rounded to milliseconds by the player, the length too; so one may be missing. */
    private static final long TOLERANCE = 1;

    static Share of(Segments segments, OptionalLong length) {
        return new Share(segments, segments.covered(), length);
    }

    /** Whether at least this share, 0 to 1, was watched. Never true of a live stream. */
    boolean reached(BigDecimal share) {
        return length.isPresent()
                && BigDecimal.valueOf(covered + TOLERANCE)
                                .compareTo(share.multiply(BigDecimal.valueOf(length.getAsLong())))
                        >= 0;
    }

    /** 0 to 1, cut to three decimals. */
    BigDecimal progress() {
        if (length.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(covered)
                .divide(BigDecimal.valueOf(length.getAsLong()), 3, RoundingMode.DOWN)
                .min(BigDecimal.ONE);
    }

    int percent() {
        return progress().movePointRight(2).intValue();
    }

    Watched watched() {
        return new Watched(progress(), segments.text());
    }
}
