package org.lectern.gateway.outbound;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cuts requests off when their time is up, wherever they are: waiting, connecting, sending, or being trickled an answer. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;

    Deadlines() {
        clock = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "outbound-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code cut} after {@code time} unless closed before. */
    Deadline in(Duration time, Runnable cut) {
        AtomicBoolean passed = new AtomicBoolean();
        ScheduledFuture<?> pending = clock.schedule(
                () -> {
                    passed.set(true);
                    cut.run();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Deadline(passed, pending);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One running deadline. */
    record Deadline(AtomicBoolean flag, ScheduledFuture<?> pending) implements AutoCloseable {

        boolean passed() {
            return flag.get();
        }

        @Override
        public void close() {
            pending.cancel(false);
        }
    }
}
