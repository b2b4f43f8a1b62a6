package org.lectern.gateway.operations.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Numbers and times as people say them. Pure. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 100;

    private Words() {}

    /** The largest unit that leaves at least two of it, rounded down: {@code 90 seconds}, {@code 2 minutes}, {@code 5 days}. */
    static String span(Duration span) {
        if (span.compareTo(Duration.ofDays(2)) >= 0) {
            return count(span.toDays(), "day");
        } else if (span.compareTo(Duration.ofHours(2)) >= 0) {
            return count(span.toHours(), "hour");
        } else if (span.compareTo(Duration.ofMinutes(2)) >= 0) {
            return count(span.toMinutes(), "minute");
        }
        return count(Math.max(0, span.toSeconds()), "second");
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 2026-11-22 02:00:00Z}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** What came from outside must not move the cursor: one line, no control or direction characters, not too long. */
    static String cell(String text) {
        String line = oneLine(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    static String oneLine(String text) {
        return text.replaceAll(
                        "[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
    }
}
