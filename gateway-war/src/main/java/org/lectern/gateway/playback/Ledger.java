package org.lectern.gateway.playback;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lectern.gateway.problem.Problem;

/**
 * Which facts of a playback have arrived: everything up to {@code through} was applied, the others wait for the gap before them to
 * close. A fact that arrives again is known and ignored. Immutable.
 *
 * @param through highest number up to which none is missing
 * @param waiting facts beyond the gap, by number
 */
record Ledger(long through, SortedMap<Long, Fact> waiting) {

    static final Ledger EMPTY = new Ledger(0, new TreeMap<>());
    /** How far beyond {@code through} a fact may lie. */
    static final int WIDEST_GAP = 2_000;

    Ledger {
        waiting = new TreeMap<>(waiting);
    }

    /** What is due now, in order, and the ledger once that is applied. */
    record Due(List<Fact> facts, Ledger after) {}

    /**
     * @throws Problem 409 when a fact lies too far beyond the gap
     */
    Due take(List<Fact> facts) {
        TreeMap<Long, Fact> known = new TreeMap<>(waiting);
        for (Fact fact : facts) {
            if (fact.seq() > through) {
                known.putIfAbsent(fact.seq(), fact);
            }
        }
        List<Fact> due = new ArrayList<>();
        long reached = through;
        while (!known.isEmpty() && known.firstKey() == reached + 1) {
            due.add(known.pollFirstEntry().getValue());
            reached++;
        }
        if (!known.isEmpty() && known.lastKey() - reached > WIDEST_GAP) {
            throw new Problem(
                    409,
                    "facts.gap_too_wide",
                    "Fact " + known.lastKey() + " is too far beyond " + reached + "; send what lies between first.");
        }
        return new Due(due, new Ledger(reached, known));
    }

    /** Everything that waits, in order, the gaps given up: for a playback that will not be heard of again. */
    Due giveUp() {
        return new Due(
                List.copyOf(waiting.values()),
                new Ledger(waiting.isEmpty() ? through : waiting.lastKey(), new TreeMap<>()));
    }

    /** The waiting facts, to be kept; empty when none waits. */
    String text() {
        if (waiting.isEmpty()) {
            return "";
        }
        JsonArrayBuilder facts = WireValues.BUILDERS.createArrayBuilder();
        waiting.values().forEach(fact -> facts.add(FactJson.write(fact)));
        return facts.build().toString();
    }

    /** Back from {@link #text}. */
    static Ledger parse(long through, String text) {
        TreeMap<Long, Fact> waiting = new TreeMap<>();
        if (!text.isEmpty()) {
            try (JsonReader reader = WireValues.READERS.createReader(new StringReader(text))) {
                for (JsonObject json : reader.readArray().getValuesAs(JsonObject.class)) {
                    Fact fact = FactJson.kept(json);
                    waiting.put(fact.seq(), fact);
                }
            }
        }
        return new Ledger(through, waiting);
    }
}
