package org.lectern.gateway.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work that comes round for as long as the gateway runs, on a thread of its own, never two rounds at once. A round that fails is logged, and
 * the next one comes all the same.
 */
public final class Rounds implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final ScheduledExecutorService timer;

    private Rounds(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Begins.
     *
     * @param name of the work and its thread
     * @param first how long after now the first round begins
     * @param pause between the end of one and the beginning of the next
     */
    public static Rounds of(String name, Duration first, Duration pause, Runnable round) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lectern-" + name);
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(
                () -> once(name, pause, round), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return new Rounds(timer);
    }

    private static void once(String name, Duration pause, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "a round of " + name + " failed, next try in " + pause, failed);
        }
    }

    /** The end; a round under way is interrupted. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
