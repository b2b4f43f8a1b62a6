package org.lectern.gateway.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The outbox's twin in memory. What is put becomes visible by {@link #commit} and is forgotten by {@link #rollback}. */
public final class InMemoryStatementOutbox implements StatementOutbox {

    private final Map<String, Integer> lanes = new LinkedHashMap<>();
    private final List<OutboxEntry> committed = new ArrayList<>();
    private final List<OutboxEntry> uncommitted = new ArrayList<>();
    private final LaneSignals signals;

    public InMemoryStatementOutbox(LaneSignals signals) {
        this.signals = signals;
    }

    @Override
    public synchronized void put(Handle transaction, List<OutboxEntry> entries) {
        uncommitted.addAll(entries);
    }

    @Override
    public synchronized void committed(Collection<OutboxEntry> entries) {
        TreeSet<Integer> ready = new TreeSet<>();
        for (OutboxEntry entry : entries) {
            ready.add(lanes.computeIfAbsent(name(entry), key -> lanes.size() + 1));
        }
        if (!ready.isEmpty()) {
            signals.ready(ready);
        }
    }

    /** What was put is there from now on. */
    public synchronized void commit() {
        committed.addAll(uncommitted);
        uncommitted.clear();
    }

    /** What was put was never put. */
    public synchronized void rollback() {
        uncommitted.clear();
    }

    /** Everything committed, in order. */
    public synchronized List<OutboxEntry> entries() {
        return List.copyOf(committed);
    }

    private static String name(OutboxEntry entry) {
        return entry.tenant() + "/" + entry.destination() + "/" + entry.shard();
    }
}
