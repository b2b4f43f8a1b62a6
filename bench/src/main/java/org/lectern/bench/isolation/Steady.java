package org.lectern.bench.isolation;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.lectern.bench.viewer.Seeker;

/** One institution's load: a request with one fact at a fixed pace, however long answers take. For one thread at a time. */
final class Steady implements Runnable {

    private static final long EVERY_NANOS = 40_000_000;

    private final Seeker seeker;
    private final Map<Long, Long> accepted = new ConcurrentHashMap<>();
    private volatile long until;
    private volatile IOException failed;

    Steady(Seeker seeker) {
        this.seeker = seeker;
    }

    /** For how long the next run goes. */
    void until(long nanoTime) {
        until = nanoTime;
        accepted.clear();
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        try {
            while (due < until) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() < due) {
                    continue;
                }
                long position = seeker.seek(1);
                accepted.put(position, System.nanoTime());
                due += EVERY_NANOS;
            }
        } catch (IOException e) {
            failed = e;
        }
    }

    /** Moment of the 202 by position. */
    Map<Long, Long> accepted() throws IOException {
        if (failed != null) {
            throw failed;
        }
        return new TreeMap<>(accepted);
    }
}
