package org.lectern.gateway.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    public synchronized List<Placed> put(Handle transaction, List<OutboxEntry> entries) {
        List<Placed> placed = new ArrayList<>();
        for (OutboxEntry entry : entries) {
            long before = Stream.concat(committed.stream(), uncommitted.stream())
                    .filter(other -> name(other).equals(name(entry)))
                    .count();
            int lane = lanes.computeIfAbsent(name(entry), key -> lanes.size() + 1);
            placed.add(new Placed(lane, before + 1, entry));
            uncommitted.add(entry);
        }
        return placed;
    }

    @Override
    public void committed(List<Placed> placed) {
        if (!placed.isEmpty()) {
            signals.ready(placed);
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
