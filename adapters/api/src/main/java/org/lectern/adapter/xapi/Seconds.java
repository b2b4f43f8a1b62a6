package org.lectern.adapter.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** ISO 8601 durations, always in seconds: LRSs compare them as strings, so {@code PT120S} is not {@code PT2M}. */
public final class Seconds {

    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    /** Time spent with at most two decimals, the rest cut off: {@code PT135.83S}. */
    public static String spent(Duration duration) {
        BigDecimal seconds =
                BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
        return iso(seconds, 2);
    }

    /** A position in a video, given in seconds, with at most three decimals: {@code PT57.1S}. */
    public static String position(BigDecimal seconds) {
        return iso(seconds, 3);
    }

    private static String iso(BigDecimal seconds, int decimals) {
        BigDecimal cut = seconds.setScale(decimals, RoundingMode.DOWN);
        return "PT" + Extensions.plain(cut).toPlainString() + "S";
    }
}
