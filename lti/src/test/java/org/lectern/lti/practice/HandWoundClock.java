package org.lectern.lti.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when told. Thread-safe. */
public final class HandWoundClock extends Clock {
    private final AtomicReference<Instant> now;

    public HandWoundClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    public static HandWoundClock started() {
        return new HandWoundClock(Instant.parse("2026-11-22T10:00:00Z"));
    }

    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
