package org.lectern.gateway.library;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Dates as HTTP writes them (IMF-fixdate, RFC 9110 §5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    static String text(Date date) {
        return FORM.format(date.toInstant().atOffset(ZoneOffset.UTC));
    }
}
