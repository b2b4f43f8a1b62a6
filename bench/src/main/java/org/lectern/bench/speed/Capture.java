package org.lectern.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.bench.lrs.Mood;

/** Takes everything, counts it, and remembers each institution's request bodies in order. Safe for any thread. */
final class Capture {

    private final Map<String, List<byte[]>> bodies = new ConcurrentHashMap<>();
    private final AtomicLong statements = new AtomicLong();
    private final boolean remembering;
    private volatile long last;

    Capture(boolean remembering) {
        this.remembering = remembering;
    }

    Mood mood() {
        return post -> {
            if (remembering) {
                // One request at a time per institution, so its list needs no lock.
                bodies.computeIfAbsent(post.institution(), name -> new ArrayList<>())
                        .add(post.body());
            }
            statements.addAndGet(post.statements().size());
            last = System.nanoTime();
            post.answer(204, "");
        };
    }

    Map<String, List<byte[]>> bodies() {
        return bodies;
    }

    long statements() {
        return statements.get();
    }

    /** Moment of the last arrival. */
    long last() {
        return last;
    }
}
