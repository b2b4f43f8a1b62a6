package org.lectern.bench.kill;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the gateway accepted, playback by playback, and what went wrong while reporting. Safe for any thread. */
final class Ledger {

    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Integer> whileDown = new TreeMap<>();
    private volatile boolean up;
    private long launches;
    private long repeats;

    /**
     * One playback.
     *
     * @param institution whose it is
     * @param story what was reported
     * @param through up to which fact a 202 was received
     */
    record Line(String institution, Story story, long through) {}

    void accepted(UUID playback, String institution, Story story, long through) {
        lines.put(playback, new Line(institution, story, through));
    }

    Map<UUID, Line> lines() {
        return Map.copyOf(lines);
    }

    synchronized void launched() {
        launches++;
    }

    /** A request got no answer, so the same facts go out again. */
    synchronized void repeated() {
        repeats++;
    }

    /** Whether the gateway has said that it is ready and is not being killed yet. */
    void up(boolean ready) {
        up = ready;
    }

    /** An unforeseen answer: from a gateway that is ready, one that it may not give. */
    synchronized void unforeseen(String what) {
        (up ? faults : whileDown).merge(what, 1, Integer::sum);
    }

    /** Answers that no ready gateway may give, and how often. */
    synchronized Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    /** What was answered instead while it started. */
    synchronized Map<String, Integer> whileDown() {
        return Map.copyOf(whileDown);
    }

    synchronized long launches() {
        return launches;
    }

    synchronized long repeats() {
        return repeats;
    }

    long acceptedFacts() {
        return lines.values().stream().mapToLong(Line::through).sum();
    }
}
