package org.lectern.lti.deeplink;

import java.util.regex.Pattern;

/** Texts that a course page will show: without control characters, none that turns the reading direction, and not endless. */
final class PlainText {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final Pattern UNPRINTABLE_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]+");

    private PlainText() {}

    static String line(String text, int limit) {
        return cut(UNPRINTABLE.matcher(text).replaceAll(" ").strip(), limit);
    }

    static String lines(String text, int limit) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return cut(UNPRINTABLE_BUT_LINES.matcher(unix).replaceAll(" ").strip(), limit);
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }
}
