package org.lectern.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.bench.lrs.Mood;
import org.lectern.bench.viewer.Pace;

/** Takes everything, counts it, and remembers each institution's request bodies in order. Safe for any thread. */
final class Capture {

    private final Map<String, List<byte[]>> bodies = new ConcurrentHashMap<>();
    private final AtomicLong statements = new AtomicLong();
    private final boolean remembering;
    private final boolean tellingIds;
    private final AtomicLong first = new AtomicLong();
    private volatile int inFirst;
    private volatile long last;

    /**
     * @param remembering whether bodies are kept
     * @param tellingIds whether it answers 200 with the ids, as xAPI wants it, or the shorter 204
     */
    Capture(boolean remembering, boolean tellingIds) {
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
            long now = System.nanoTime();
            if (first.compareAndSet(0, now)) {
                inFirst = post.statements().size();
            }
            last = now;
            statements.addAndGet(post.statements().size());
            if (tellingIds) {
                post.take();
            } else {
                post.answer(204, "");
            }
        };
    }

    Map<String, List<byte[]>> bodies() {
        return bodies;
    }

    long statements() {
        return statements.get();
    }

    /** What arrived after the first request, and the time from that to the last one. */
    Pace pace() {
        return new Pace(statements() - inFirst, (last - first.get()) / 1e9);
    }
}
