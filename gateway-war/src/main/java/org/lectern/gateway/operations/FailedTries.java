package org.lectern.gateway.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failed tries, a few a minute. Beyond that they are only asked to come again; the right token always passes, so nobody can
 * shut the operator out. Safe for any thread.
 */
final class FailedTries {

    static final int MOST = 10;

    static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant until = Instant.MIN;
    private int tries;

    FailedTries(Clock clock) {
        this.clock = clock;
    }

    /** Counts one; how many there were within the minute. */
    synchronized int one() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(WITHIN);
            tries = 0;
        }
        tries = Math.min(tries + 1, MOST + 1);
        return tries;
    }
}
