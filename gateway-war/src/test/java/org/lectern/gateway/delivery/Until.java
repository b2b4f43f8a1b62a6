package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

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
}
