package org.lectern.gateway.caption;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of cues: WebVTT's {@code 01:02:03.004} and {@code 02:03.004}, SubRip's {@code 01:02:03,004}. */
final class CueTime {

    static final String FORM = "(?:\\d{1,3}:)?\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,3})?";

    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<hours>\\d{1,3}):)?(?<minutes>\\d{1,2}):(?<seconds>\\d{1,2})(?:[.,](?<fraction>\\d{1,3}))?");
    private static final int SIXTY = 60;

    private CueTime() {}

    /** Milliseconds; empty when it is no time. */
    static OptionalLong read(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        int minutes = Integer.parseInt(parts.group("minutes"));
        int seconds = Integer.parseInt(parts.group("seconds"));
        if (minutes >= SIXTY || seconds >= SIXTY) {
            return OptionalLong.empty();
        }
        long hours = parts.group("hours") == null ? 0 : Long.parseLong(parts.group("hours"));
        String fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
        long millis = Long.parseLong((fraction + "000").substring(0, 3));
        return OptionalLong.of(((hours * SIXTY + minutes) * SIXTY + seconds) * 1_000 + millis);
    }

    static String text(long millis) {
        long seconds = millis / 1_000;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                seconds / (SIXTY * SIXTY),
                seconds / SIXTY % SIXTY,
                seconds % SIXTY,
                millis % 1_000);
    }
}
