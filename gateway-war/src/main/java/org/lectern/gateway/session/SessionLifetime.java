package org.lectern.gateway.session;

import java.time.Duration;
import java.time.Instant;

/** How long sessions live. Eight hours after the last sign of life; facts that a page could not send count a week longer. */
public final class SessionLifetime {

    private static final Duration OPEN = Duration.ofHours(8);
    private static final Duration LATE_FACTS = Duration.ofDays(7);
    private static final Duration RENEW_EVERY = Duration.ofMinutes(5);

    private SessionLifetime() {}

    /** When a session that shows life now expires. */
    public static Instant expires(Instant now) {
        return now.plus(OPEN);
    }

    /** Until when late facts of a session that expires then are taken. */
    public static Instant factsUntil(Instant expires) {
        return expires.plus(LATE_FACTS);
    }

    /** Whether it is time to write a later expiry; not for every request, and never for an expired one. */
    static boolean renewable(LearnerSession session, Instant now) {
        return now.isBefore(session.expires())
                && session.expires().isBefore(expires(now).minus(RENEW_EVERY));
    }
}
