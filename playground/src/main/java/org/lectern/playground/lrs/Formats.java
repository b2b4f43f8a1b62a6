package org.lectern.playground.lrs;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text formats of xAPI 1.0.3 (Data 4). */
final class Formats {
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.+");
    private static final Pattern MAIL = Pattern.compile("mailto:[^@\\s]+@[^@\\s]+");
    private static final Pattern VERSION = Pattern.compile("1\\.0(\\.\\d+)?");
    private static final Pattern SHA1 = Pattern.compile("(?i)[0-9a-f]{40}");
    private static final Pattern SHA2 = Pattern.compile("(?i)[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}");
    private static final Pattern DURATION = Pattern.compile("P\\d+([.,]\\d+)?W"
            + "|P(?=\\d|T\\d)(\\d+([.,]\\d+)?Y)?(\\d+([.,]\\d+)?M)?(\\d+([.,]\\d+)?D)?"
            + "(T(?=\\d)(\\d+([.,]\\d+)?H)?(\\d+([.,]\\d+)?M)?(\\d+([.,]\\d+)?S)?)?");
    private static final Pattern TIMESTAMP =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(Z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern UNKNOWN_ZONE = Pattern.compile("-00(:?00)?");
    private static final int NANOSECOND_DIGITS = 9;

    private Formats() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** An absolute IRI: with a scheme, and parseable. */
    static boolean isIri(String text) {
        if (!SCHEME.matcher(text).matches()) {
            return false;
        }
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    static boolean isSha1(String text) {
        return SHA1.matcher(text).matches();
    }

    static boolean isSha2(String text) {
        return SHA2.matcher(text).matches();
    }

    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    static boolean isLanguageTag(String text) {
        try {
            return !text.isEmpty() && new Locale.Builder().setLanguageTag(text) != null;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    static boolean isTimestamp(String text) {
        return instant(text).isPresent();
    }

    /** The moment; empty for anything but an ISO 8601 date and time with a known zone. */
    static Optional<Instant> instant(String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches() || UNKNOWN_ZONE.matcher(parts.group(2)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(local(parts.group(1)) + zone(parts.group(2)))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String local(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, Math.min(text.length(), dot + 1 + NANOSECOND_DIGITS));
    }

    private static String zone(String text) {
        if (text.equals("Z") || text.contains(":")) {
            return text;
        }
        return text.substring(0, 3) + ":" + (text.length() > 3 ? text.substring(3) : "00");
    }
}
