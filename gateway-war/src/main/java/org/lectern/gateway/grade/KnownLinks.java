package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Links, remembered for some seconds, since every report of every page asks: most links have no grade, and asking for them should
 * cost nothing. A launch on this node is seen at once, one on another node soon. Safe for any thread.
 */
@ApplicationScoped
public class KnownLinks {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final LinkTable table;
    private final Clock clock;
    private final Map<Link.Key, Memory> memories = new ConcurrentHashMap<>();

    @Inject
    public KnownLinks(LinkTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    protected KnownLinks() { // CDI proxy
        this(null, null);
    }

    private record Memory(Optional<Link> link, Instant until) {}

    /** Reads what is not remembered, in the thread's transaction if there is one. */
    Optional<Link> find(Link.Key key) {
        Instant now = clock.instant();
        Memory memory = memories.get(key);
        if (memory == null || !now.isBefore(memory.until())) {
            if (memories.size() >= MOST) {
                memories.clear();
            }
            memory = new Memory(table.find(key), now.plus(REMEMBERED));
            memories.put(key, memory);
        }
        return memory.link();
    }

    void keep(Handle transaction, Link told) {
        table.keep(transaction, told);
        // Not remembered yet: the transaction may still fail.
        transaction.afterCommit(() -> memories.remove(told.key()));
    }
}
