package org.lectern.lti.keys;

import java.time.Duration;
import java.time.Instant;

/** A token bucket over all key sets: how many fetches unknown key names may cause. Thread-safe. */
final class RefetchBudget {
    private final int burst;
    private final Duration refill;
    private double tokens;
    private Instant counted;

    RefetchBudget(int burst, Duration refill, Instant now) {
        this.burst = burst;
        this.refill = refill;
        this.tokens = burst;
        this.counted = now;
    }

    synchronized boolean take(Instant now) {
        if (now.isAfter(counted)) {
            double gained = (double) Duration.between(counted, now).toMillis() / refill.toMillis();
            tokens = Math.min(burst, tokens + gained);
            counted = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
