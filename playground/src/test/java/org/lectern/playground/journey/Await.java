package org.lectern.playground.journey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for other processes: asks again and again until a deadline. */
final class Await {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Await() {}

    /**
     * @param what names what was waited for
     * @throws AssertionError when it has not come true in time
     */
    static void until(Duration atMost, Supplier<String> what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + atMost.toSeconds() + " s still not " + what.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
