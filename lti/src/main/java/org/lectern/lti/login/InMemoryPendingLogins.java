package org.lectern.lti.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pending logins in the memory of one process, for single-node tools and tests. Never holds more than {@code capacity}
 * rows: the oldest are shed first, so a flood of logins ends old logins instead of the process. Thread-safe.
 */
public final class InMemoryPendingLogins implements PendingLogins {
    private final Map<String, PendingLogin> rows;

    public InMemoryPendingLogins(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.rows = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PendingLogin> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    public synchronized void save(PendingLogin login) {
        rows.put(login.stateHash(), login);
    }

    @Override
    public synchronized Optional<PendingLogin> find(String stateHash) {
        return Optional.ofNullable(rows.get(stateHash));
    }

    @Override
    public synchronized boolean consume(String stateHash, Instant now) {
        PendingLogin row = rows.get(stateHash);
        if (row == null || row.used() || row.expired(now)) {
            return false;
        }
        rows.put(stateHash, row.consumed());
        return true;
    }
}
