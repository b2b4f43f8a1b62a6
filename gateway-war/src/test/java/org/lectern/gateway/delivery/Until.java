package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for another thread to have done something. */
final class Until {

    private Until() {}

    static void holds(BooleanSupplier what, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + within);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The value has not changed for so long. */
    static void unchanging(LongSupplier value, Duration quiet, Duration within) {
        long[] last = {value.getAsLong(), System.nanoTime()};
        holds(
                () -> {
                    long now = value.getAsLong();
                    if (now != last[0]) {
                        last[0] = now;
                        last[1] = System.nanoTime();
                    }
                    return System.nanoTime() - last[1] > quiet.toNanos();
                },
                within);
    }

    /** The value, after so long. */
    static <T> T passed(Duration time, T value) {
        long end = System.nanoTime() + time.toNanos();
        holds(() -> System.nanoTime() > end, time.plusSeconds(10));
        return value;
    }
}
