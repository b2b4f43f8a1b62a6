package org.lectern.bench.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the gateway accepted, playback by playback, and what went wrong while reporting. Safe for any thread. */
final class Ledger {

    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
    private final List<String> faults = new ArrayList<>();
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

    /** An answer that no gateway may give. */
    synchronized void fault(String what) {
        if (faults.size() < 100) {
            faults.add(what);
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
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
