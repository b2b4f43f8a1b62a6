package org.lectern.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.bench.lrs.Mood;
import org.lectern.bench.viewer.Pace;

/**
 * Record stores that hold back every answer until they open, and then answer at once: they take everything, count it, and may
 * remember each institution's request bodies in order. For one opening; safe for any thread.
 */
final class Opening {

    private final Map<String, List<byte[]>> bodies = new ConcurrentHashMap<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicLong requestsBefore = new AtomicLong();
    private final AtomicLong before = new AtomicLong();
    private final AtomicLong after = new AtomicLong();
    private final boolean remembering;
    private final boolean tellingIds;
    private volatile long opened;
    private volatile long last;

    /**
     * @param remembering whether bodies are kept
     * @param tellingIds whether the stores answer 200 with the ids, as xAPI wants it, or the shorter 204
     */
    Opening(boolean remembering, boolean tellingIds) {
        this.remembering = remembering;
        this.tellingIds = tellingIds;
    }

    Mood mood() {
        return post -> {
            if (remembering) {
                // One request at a time per institution, so its list needs no lock.
                bodies.computeIfAbsent(post.institution(), name -> new ArrayList<>())
                        .add(post.body());
            }
            if (gate.getCount() > 0) {
                before.addAndGet(post.statements().size());
                requestsBefore.incrementAndGet();
                gate.await();
            } else {
                last = System.nanoTime();
                after.addAndGet(post.statements().size());
            }
            if (tellingIds) {
                post.take();
            } else {
                post.answer(204, "");
            }
        };
    }

    /** From now on every request is answered at once, those that wait too. */
    void open() {
        opened = System.nanoTime();
        gate.countDown();
    }

    Map<String, List<byte[]>> bodies() {
        return bodies;
    }

    /** Requests that wait for the opening. */
    long requestsBefore() {
        return requestsBefore.get();
    }

    /** Statements that have arrived so far. */
    long statements() {
        return before.get() + after.get();
    }

    /** What arrived after the opening, and the time from it to the last arrival. */
    Pace pace() {
        return new Pace(after.get(), (last - opened) / 1e9);
    }
}
