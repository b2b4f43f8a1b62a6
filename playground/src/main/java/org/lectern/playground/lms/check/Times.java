package org.lectern.playground.lms.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments in what a tool sends: numbers of a token (RFC 7519 §4.1) and ISO 8601 texts of the services. */
public final class Times {
    private static final Duration LEEWAY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Times() {}

    /** {@code iat} and {@code exp} must be there, make sense and fit now. */
    public static void check(Sent claims, Instant now) {
        Optional<Instant> issued = moment(claims, "iat");
        Optional<Instant> expires = moment(claims, "exp");
        issued.filter(at -> at.isAfter(now.plus(LEEWAY)))
                .ifPresent(at -> claims.fault("iat", "lies in the future: " + at + ", now is " + now + "."));
        issued.filter(at -> at.isBefore(now.minus(LONGEST)))
                .ifPresent(at -> claims.fault("iat", "is more than an hour ago: " + at + ", now is " + now + "."));
        expires.filter(at -> !at.plus(LEEWAY).isAfter(now))
                .ifPresent(at -> claims.fault("exp", "has passed: " + at + ", now is " + now + "."));
        expires.filter(at -> at.isAfter(now.plus(LONGEST).plus(LEEWAY)))
                .ifPresent(at -> claims.fault("exp", "is more than an hour ahead: " + at + ", now is " + now + "."));
    }

    /** A moment with date, time, seconds and zone; empty, with a fault noted, when the text is not one. */
    public static Optional<Instant> iso(Sent sent, String name) {
        Optional<String> text = sent.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (ISO.matcher(text.get()).matches()) {
                return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
            }
            sent.fault(name, "must be ISO 8601 with seconds and zone (2026-11-22T10:00:00.000Z), found " + text.get());
        } catch (DateTimeParseException e) {
            sent.fault(name, "is no moment of the calendar: " + text.get());
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(Sent claims, String name) {
        claims.need(name);
        return claims.number(name).map(BigDecimal::longValue).map(Instant::ofEpochSecond);
    }
}
