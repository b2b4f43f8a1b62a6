package org.lectern.gateway.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The outbox in PostgreSQL: one round trip however many entries. The heads of all lanes concerned are locked in the order of
 * their ids and stay locked until the caller commits, so positions of a lane become visible in order and without gaps.
 */
@ApplicationScoped
public class JdbcStatementOutbox implements StatementOutbox {

    /** Heads are locked in the order of lanes; nothing else is waited for. */
    private static final String APPEND = """
            with locked as (
                select lane from lane_head where lane = any (?) order by lane for update),
            moved as (
                update lane_head head set position = head.position + fresh.count
                from locked join unnest(?::int[], ?::int[]) as fresh (lane, count) on fresh.lane = locked.lane
                where head.lane = locked.lane
                returning head.lane, head.position - fresh.count as base),
            placed as (
                insert into outbox (lane, position, tenant, statement_id, actor_key, at, body)
                select entry.lane, moved.base + entry.number, entry.tenant, entry.statement_id, entry.actor_key,
                    'epoch'::timestamptz + entry.at * interval '1 millisecond', entry.body
                from unnest(?::int[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::bytea[])
                    as entry (lane, number, tenant, statement_id, actor_key, at, body)
                join moved on moved.lane = entry.lane)
            select lane, base from moved
            """;
    /** The server commits without being asked a second time; the driver knows that the transaction is over. */
    private static final String APPEND_AND_COMMIT = APPEND + "; commit";

    private final LaneIds lanes = new LaneIds();
    private final LaneSignals signals;

    /** With delivery's ear, if there is one. */
    @Inject
    public JdbcStatementOutbox(Instance<LaneSignals> delivery) {
        this((LaneSignals) placed -> delivery.forEach(ear -> ear.ready(placed)));
    }

    public JdbcStatementOutbox(LaneSignals signals) {
        this.signals = signals;
    }

    protected JdbcStatementOutbox() { // CDI proxy
        this((LaneSignals) null);
    }

    @Override
    public List<Placed> put(Handle transaction, List<OutboxEntry> entries) {
        return put(transaction, entries, APPEND);
    }

    @Override
    public List<Placed> putLast(Handle transaction, List<OutboxEntry> entries) {
        return put(transaction, entries, APPEND_AND_COMMIT);
    }

    private List<Placed> put(Handle transaction, List<OutboxEntry> entries, String sql) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Integer[] lane = lanes.of(transaction, entries);
        try {
            return append(transaction.getConnection(), sql, entries, lane);
        } catch (SQLException e) {
            throw new OutboxFailed("no place in the outbox for " + entries.size() + " entries", e);
        }
    }

    @Override
    public void committed(List<Placed> placed) {
        if (!placed.isEmpty()) {
            lanes.committed(placed);
            signals.ready(placed);
        }
    }

    private static List<Placed> append(Connection connection, String sql, List<OutboxEntry> entries, Integer[] lane)
            throws SQLException {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        Integer[] number = new Integer[lane.length];
        for (int i = 0; i < lane.length; i++) {
            number[i] = counts.merge(lane[i], 1, Integer::sum);
        }
        try (PreparedStatement append = connection.prepareStatement(sql)) {
            Array lanes = connection.createArrayOf("int4", counts.keySet().toArray(Integer[]::new));
            append.setArray(1, lanes);
            append.setArray(2, lanes);
            append.setArray(3, connection.createArrayOf("int4", counts.values().toArray(Integer[]::new)));
            append.setArray(4, connection.createArrayOf("int4", lane));
            append.setArray(5, connection.createArrayOf("int4", number));
            append.setArray(
                    6, texts(connection, entries, entry -> entry.tenant().value()));
            append.setArray(
                    7, texts(connection, entries, entry -> entry.statementId().toString()));
            append.setArray(8, texts(connection, entries, OutboxEntry::actorKey));
            append.setArray(
                    9,
                    connection.createArrayOf(
                            "int8",
                            entries.stream()
                                    .map(entry -> entry.at().toEpochMilli())
                                    .toArray(Long[]::new)));
            append.setArray(
                    10,
                    connection.createArrayOf(
                            "bytea", entries.stream().map(OutboxEntry::body).toArray(byte[][]::new)));
            append.execute();
            try (ResultSet moved = append.getResultSet()) {
                return placed(entries, lane, number, bases(moved));
            }
        }
    }

    private static Map<Integer, Long> bases(ResultSet moved) throws SQLException {
        Map<Integer, Long> bases = new HashMap<>();
        while (moved.next()) {
            bases.put(moved.getInt(1), moved.getLong(2));
        }
        return bases;
    }

    private static List<Placed> placed(
            List<OutboxEntry> entries, Integer[] lane, Integer[] number, Map<Integer, Long> bases) {
        List<Placed> placed = new ArrayList<>(lane.length);
        for (int i = 0; i < lane.length; i++) {
            placed.add(new Placed(lane[i], bases.get(lane[i]) + number[i], entries.get(i)));
        }
        return placed;
    }

    private static Array texts(Connection connection, List<OutboxEntry> entries, Function<OutboxEntry, String> value)
            throws SQLException {
        return connection.createArrayOf("text", entries.stream().map(value).toArray(String[]::new));
    }
}
