package org.lectern.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;

/**
 * Sessions just read, by token hash: a page asks every few seconds. Bounded; forgets the least used first, and every entry
 * after a short while, so that another node's change is seen. Only sessions that exist are remembered. Safe for any thread.
 */
final class SessionCache {

    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, Kept> kept;

    SessionCache(int capacity, Duration lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> leastUsed) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<LearnerSession> find(String tokenHash) {
        Kept found = kept.get(tokenHash);
        if (found == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(found.until())) {
            kept.remove(tokenHash);
            return Optional.empty();
        }
        return Optional.of(found.session());
    }

    synchronized void keep(String tokenHash, LearnerSession session) {
        kept.put(tokenHash, new Kept(session, clock.instant().plus(lifetime)));
    }

    /** Everything of one person, so that a change is seen at the next request. */
    synchronized void forget(TenantId tenant, String learnerKey) {
        kept.values()
                .removeIf(one -> one.session().tenant().equals(tenant)
                        && one.session().learnerKey().equals(learnerKey));
    }

    private record Kept(LearnerSession session, Instant until) {}
}
