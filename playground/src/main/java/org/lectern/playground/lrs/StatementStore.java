package org.lectern.playground.lrs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one LRS, in memory, in order of arrival. Past the limits the oldest are dropped from view; their
 * ids and meanings stay known, so that duplicates and conflicts are still told. Safe for many threads; a batch is seen
 * whole or not at all.
 */
final class StatementStore {
    private final Clock clock;
    private final int mostStatements;
    private final long mostBytes;
    private final Map<String, String> meanings = new HashMap<>();
    private final Map<String, Stored> byId = new HashMap<>();
    private final Deque<Stored> kept = new ArrayDeque<>();
    private final Set<String> voided = new HashSet<>();
    private long total;
    private long bytes;

    StatementStore(Clock clock, int mostStatements, long mostBytes) {
        this.clock = clock;
        this.mostStatements = mostStatements;
        this.mostBytes = mostBytes;
    }

    /** Stores what is new. Refused with 409, and nothing stored, when a known id comes with another meaning. */
    synchronized void put(List<Candidate> batch) {
        for (Candidate candidate : batch) {
            String known = meanings.get(candidate.id());
            if (known != null && !known.equals(candidate.meaning())) {
                throw new Refused(
                        409,
                        "A statement with the id " + candidate.id()
                                + " is here already with different content. Nothing was stored.");
            }
        }
        Instant now = clock.instant();
        for (Candidate candidate : batch) {
            if (meanings.putIfAbsent(candidate.id(), candidate.meaning()) == null) {
                keep(new Stored(++total, candidate.id(), now, candidate.text().getBytes(StandardCharsets.UTF_8)));
                candidate.voids().ifPresent(voided::add);
            }
        }
    }

    /** The statement in view with that id, voided or not as asked. */
    synchronized Optional<Stored> find(String id, boolean wantVoided) {
        return Optional.ofNullable(byId.get(id)).filter(found -> voided.contains(id) == wantVoided);
    }

    /** Those in view that arrived after the given number, oldest first. */
    synchronized List<Stored> after(long number) {
        List<Stored> found = new ArrayList<>();
        for (var newest = kept.descendingIterator(); newest.hasNext(); ) {
            Stored stored = newest.next();
            if (stored.number() <= number) {
                break;
            }
            found.add(stored);
        }
        Collections.reverse(found);
        return found;
    }

    /** All in view that are not voided, oldest first. */
    synchronized List<Stored> unvoided() {
        return kept.stream().filter(stored -> !voided.contains(stored.id())).toList();
    }

    /** How many different statements were ever stored. */
    synchronized long total() {
        return total;
    }

    /** How many of them are in view. */
    synchronized int inView() {
        return kept.size();
    }

    synchronized void clear() {
        meanings.clear();
        byId.clear();
        kept.clear();
        voided.clear();
        total = 0;
        bytes = 0;
    }

    private void keep(Stored stored) {
        kept.addLast(stored);
        byId.put(stored.id(), stored);
        bytes += stored.bytes().length;
        while (kept.size() > mostStatements || bytes > mostBytes) {
            Stored oldest = kept.removeFirst();
            byId.remove(oldest.id());
            bytes -= oldest.bytes().length;
        }
    }
}
