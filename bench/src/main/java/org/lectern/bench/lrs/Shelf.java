package org.lectern.bench.lrs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one institution's record store holds, in the order it came, and every breach of the promise. Safe for any thread. */
public final class Shelf {

    private final Map<UUID, byte[]> known = new HashMap<>();
    private final List<byte[]> stored = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private long received;

    /** What storing a batch came to. */
    public enum Result {
        STORED,
        /** All of it, or some of it, had been here before with the same bytes. */
        KNOWN,
        /** An id was here before with other bytes: nothing is stored. */
        CONFLICT,
        /** An id is missing, or twice in one batch: nothing is stored. */
        MALFORMED
    }

    /** Stores all that is new, or nothing. */
    synchronized Result store(List<Cut> statements) {
        received += statements.size();
        Map<UUID, byte[]> batch = new HashMap<>();
        for (Cut statement : statements) {
            Optional<UUID> id = statement.id();
            if (id.isEmpty() || batch.put(id.get(), statement.bytes()) != null) {
                breaches.add("a statement without an id, or twice in one batch: " + id);
                return Result.MALFORMED;
            }
        }
        for (Map.Entry<UUID, byte[]> one : batch.entrySet()) {
            byte[] before = known.get(one.getKey());
            if (before != null && !Arrays.equals(before, one.getValue())) {
                breaches.add("two bodies for one id: " + one.getKey());
                return Result.CONFLICT;
            }
        }
        Result result = Result.STORED;
        for (Cut statement : statements) {
            UUID id = statement.id().orElseThrow();
            if (known.containsKey(id)) {
                result = Result.KNOWN;
            } else {
                known.put(id, batch.get(id));
                stored.add(batch.get(id));
            }
        }
        return result;
    }

    /** Whether any of these is here. */
    synchronized boolean knowsAny(List<Cut> statements) {
        Set<UUID> ids = new HashSet<>();
        statements.forEach(statement -> statement.id().ifPresent(ids::add));
        return ids.stream().anyMatch(known::containsKey);
    }

    synchronized Optional<byte[]> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Everything, as it came first. */
    public synchronized List<byte[]> stored() {
        return List.copyOf(stored);
    }

    /** What must never happen. */
    public synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }

    /** Statements that were sent here, repetitions included. */
    public synchronized long received() {
        return received;
    }
}
