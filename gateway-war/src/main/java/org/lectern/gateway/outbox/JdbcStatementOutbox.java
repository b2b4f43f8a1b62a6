package org.lectern.gateway.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The outbox in PostgreSQL: two round trips however many entries. The heads of all lanes concerned are locked in the order of
 * their ids and stay locked until the caller commits, so positions of a lane become visible in order and without gaps.
 */
@ApplicationScoped
public class JdbcStatementOutbox implements StatementOutbox {

    private static final String LOCK_HEADS =
            "select lane, position from lane_head where lane = any (?) order by lane for update";

    private static final String APPEND = """
            with moved as (
                update lane_head set position = head.position
                from unnest(?::int[], ?::bigint[]) as head (lane, position)
                where lane_head.lane = head.lane)
            insert into outbox (lane, position, tenant, statement_id, actor_key, at, body)
            select lane, position, tenant, statement_id, actor_key, 'epoch'::timestamptz + at * interval '1 millisecond', body
            from unnest(?::int[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::bytea[])
                as entry (lane, position, tenant, statement_id, actor_key, at, body)
            """;

    private final LaneIds lanes;
    private final LaneSignals signals;

    /** With delivery's ear, if there is one. */
    @Inject
    public JdbcStatementOutbox(Jdbi jdbi, Instance<LaneSignals> delivery) {
        this(jdbi, (LaneSignals) ready -> delivery.forEach(ear -> ear.ready(ready)));
    }

    public JdbcStatementOutbox(Jdbi jdbi, LaneSignals signals) {
        this.lanes = new LaneIds(jdbi);
        this.signals = signals;
    }

    protected JdbcStatementOutbox() { // CDI proxy
        this(null, (LaneSignals) null);
    }

    @Override
    public void put(Handle transaction, List<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Integer[] lane = lanes.of(transaction, entries);
        SortedSet<Integer> concerned = new TreeSet<>(List.of(lane));
        Connection connection = transaction.getConnection();
        try {
            SortedMap<Integer, Long> heads = lockHeads(connection, concerned);
            append(connection, entries, lane, heads);
        } catch (SQLException e) {
            throw new OutboxFailed("no place in the outbox for " + entries.size() + " entries", e);
        }
    }

    @Override
    public void committed(Collection<OutboxEntry> entries) {
        SortedSet<Integer> ready = new TreeSet<>();
        entries.forEach(entry -> ready.add(lanes.committed(entry)));
        if (!ready.isEmpty()) {
            signals.ready(ready);
        }
    }

    private static SortedMap<Integer, Long> lockHeads(Connection connection, SortedSet<Integer> lanes)
            throws SQLException {
        SortedMap<Integer, Long> heads = new TreeMap<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK_HEADS)) {
            lock.setArray(1, connection.createArrayOf("int4", lanes.toArray()));
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return heads;
    }

    private static void append(
            Connection connection, List<OutboxEntry> entries, Integer[] lane, SortedMap<Integer, Long> heads)
            throws SQLException {
        Long[] position = new Long[lane.length];
        for (int i = 0; i < lane.length; i++) {
            position[i] = heads.merge(lane[i], 1L, Long::sum);
        }
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setArray(1, connection.createArrayOf("int4", heads.keySet().toArray()));
            append.setArray(2, connection.createArrayOf("int8", heads.values().toArray()));
            append.setArray(3, connection.createArrayOf("int4", lane));
            append.setArray(4, connection.createArrayOf("int8", position));
            append.setArray(
                    5, texts(connection, entries, entry -> entry.tenant().value()));
            append.setArray(
                    6, texts(connection, entries, entry -> entry.statementId().toString()));
            append.setArray(7, texts(connection, entries, OutboxEntry::actorKey));
            append.setArray(
                    8,
                    connection.createArrayOf(
                            "int8",
                            entries.stream()
                                    .map(entry -> entry.at().toEpochMilli())
                                    .toArray(Long[]::new)));
            append.setArray(
                    9,
                    connection.createArrayOf(
                            "bytea", entries.stream().map(OutboxEntry::body).toArray(byte[][]::new)));
            append.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<OutboxEntry> entries, Function<OutboxEntry, String> value)
            throws SQLException {
        return connection.createArrayOf("text", entries.stream().map(value).toArray(String[]::new));
    }
}
