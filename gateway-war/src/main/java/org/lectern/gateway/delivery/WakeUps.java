package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When the dispatcher looks at the lanes again, and which ones need no call before. Safe for any thread. */
final class WakeUps {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(20);

    private final LongSupplier nanos;
    private final Map<Integer, Long> asleep = new ConcurrentHashMap<>();
    private long earliest = Long.MAX_VALUE;
    private boolean now;

    WakeUps(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The lane is due after this time, and not before. */
    synchronized void at(int lane, Duration time) {
        long due = nanos.getAsLong() + time.toNanos() + SLACK;
        asleep.put(lane, due);
        if (due < earliest) {
            earliest = due;
            notifyAll();
        }
    }

    /** The lane is not worth a call for now; the look at all lanes finds it. */
    void quiet(int lane) {
        asleep.put(lane, nanos.getAsLong() + EVERY);
    }

    /** Whether a call for the lane is worth an attempt to lease it. */
    boolean awake(int lane) {
        Long until = asleep.get(lane);
        if (until != null && until - nanos.getAsLong() <= 0) {
            asleep.remove(lane, until);
            return true;
        }
        return until == null;
    }

    /** Ends the sleep. */
    synchronized void now() {
        now = true;
        notifyAll();
    }

    /** Sleeps a second, or until the earliest lane is due. */
    synchronized void sleep() {
        long begun = nanos.getAsLong();
        try {
            while (!now) {
                long left = Math.max(
                        SHORTEST - (nanos.getAsLong() - begun), Math.min(begun + EVERY, earliest) - nanos.getAsLong());
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        now = false;
        earliest = asleep.values().stream()
                .filter(due -> due - nanos.getAsLong() > 0)
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
    }
}
