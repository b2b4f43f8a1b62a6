package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.lectern.adapter.action.Watched;
import org.lectern.config.tenant.VideoEnd;

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

    /** Whether that is enough for the video to count as finished. Never true of a live stream. */
    boolean ends(VideoEnd end) {
        return length.isPresent() && covered > 0 && end.reached(covered + TOLERANCE, length.getAsLong());
    }

    /** Whether as many percent would be enough, leaving aside how much was watched. */
    boolean endsAt(int percent, VideoEnd end) {
        return length.isPresent() && end.reached(length.getAsLong() * percent / 100 + TOLERANCE, length.getAsLong());
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

    /** 0 to 100, cut to whole ones. */
    int percent() {
        return length.isPresent() ? (int) Math.min(100, (covered + TOLERANCE) * 100 / length.getAsLong()) : 0;
    }

    Watched watched() {
        return new Watched(progress(), segments.text());
    }
}
