package org.lectern.lti.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Key names that were looked for in a fresh key set and not found. They cause no further fetch for a while. Holds at
 * most {@code capacity} names, the latest ones. Not thread-safe: guarded by its key set's lock.
 */
final class MissMemory {
    private final Duration lasting;
    private final Map<String, Instant> misses;

    MissMemory(int capacity, Duration lasting) {
        this.lasting = lasting;
        this.misses = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > capacity;
            }
        };
    }

    boolean holds(String kid, Instant now) {
        Instant missed = misses.get(kid);
        return missed != null && now.isBefore(missed.plus(lasting));
    }

    void remember(String kid, Instant now) {
        misses.put(kid, now);
    }

    void forget() {
        misses.clear();
    }
}
