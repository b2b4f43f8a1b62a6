package org.lectern.gateway.library;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Range} header asks for (RFC 9110 §14.1, §14.2), for a file of known size. Units and forms that we do not know
 * are ignored, as the RFC allows, and so are several ranges at once: no player sends them, and the whole answers them too.
 */
sealed interface ByteRange {

    /** Everything: 200. */
    record Whole() implements ByteRange {}

    /**
     * From the first to the last byte, both included: 206.
     */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Nothing of what is asked for exists: 416. */
    record Beyond() implements ByteRange {}

    /** @param header the header's value, or null */
    static ByteRange of(String header, long size) {
        Matcher asked = Asked.FORM.matcher(header == null ? "" : header.strip().toLowerCase(Locale.ROOT));
        if (!asked.matches()) {
            return new Whole();
        }
        if (asked.group("suffix") != null) {
            long suffix = number(asked.group("suffix"));
            return suffix == 0 || size == 0 ? new Beyond() : new Part(Math.max(0, size - suffix), size - 1);
        }
        long first = number(asked.group("first"));
        long last = asked.group("last").isEmpty() ? Long.MAX_VALUE : number(asked.group("last"));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Beyond() : new Part(first, Math.min(last, size - 1));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 18 ? Long.MAX_VALUE - 1 : Long.parseLong(significant);
    }

    /** The one form we serve. */
    final class Asked {
        private static final Pattern FORM =
                Pattern.compile("bytes=\\s*(?:(?<first>\\d{1,400})-(?<last>\\d{0,400})|-(?<suffix>\\d{1,400}))\\s*,?");

        private Asked() {}
    }
}
