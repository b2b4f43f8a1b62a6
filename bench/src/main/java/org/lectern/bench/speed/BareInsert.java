package org.lectern.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lectern.bench.Together;
import org.lectern.bench.gateway.GatewayDatabase;
import org.lectern.bench.viewer.Pace;

/**
 * The raw limit of accepting: the rows that the gateway wrote, written again by plain JDBC batches into copies of its tables in the same
 * database, with the gateway's own grouping: what it committed together is committed together. For one thread.
 */
final class BareInsert {

    private static final String INSERT =
            "insert into bench_outbox (lane, position, tenant, statement_id, actor_key, at, accepted, body) values (?, ?, ?, ?, ?, ?, ?, ?)";

    /** As many as fit into this process beside the load: enough for two seconds and more of bare inserts. */
    private static final int MOST_ROWS = 200_000;

    private final GatewayDatabase database;
    private final int writers;

    /** @param writers connections that write at the same time, as many as the gateway has */
    BareInsert(GatewayDatabase database, int writers) {
        this.database = database;
        this.writers = writers;
    }

    /** The rows accepted after this time (microseconds of the epoch), in the gateway's transactions; the first {@value #MOST_ROWS}. */
    Collection<List<Row>> groups(long afterMicros) throws SQLException {
        Map<java.sql.Timestamp, List<Row>> groups = new LinkedHashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select * from outbox where accepted > to_timestamp(? / 1e6) order by accepted, lane, position limit ?")) {
            query.setLong(1, afterMicros);
            query.setInt(2, MOST_ROWS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Row row = row(rows);
                    groups.computeIfAbsent(row.commit(), commit -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        return groups.values();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("lane"),
                row.getLong("position"),
                row.getString("tenant"),
                row.getObject("statement_id", java.util.UUID.class),
                row.getString("actor_key"),
                row.getTimestamp("at"),
                row.getTimestamp("accepted"),
                row.getBytes("body"));
    }

    /**
     * Inserts them all and tells the pace in rows of the outbox.
     *
     * @param watched whether playbacks and attempts are written with them, as the gateway does; else the outbox alone
     */
    Pace insert(Collection<List<Row>> groups, boolean watched) throws SQLException, IOException {
        database.run(
                "drop table if exists bench_outbox, bench_playback, bench_attempt",
                "create table bench_outbox (like outbox including all)",
                "alter table bench_outbox alter column body set storage external",
                "create table bench_playback (like playback including all) with (fillfactor = 50)",
                "create table bench_attempt (like attempt including all) with (fillfactor = 70)",
                "checkpoint");
        Optional<Watched> others = watched ? Optional.of(read()) : Optional.empty();
        List<List<List<Row>>> shares = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            shares.add(new ArrayList<>());
        }
        int next = 0;
        for (List<Row> group : groups) {
            shares.get(next++ % writers).add(group);
        }
        long begin = System.nanoTime();
        Together.run(shares.stream()
                .<Callable<Boolean>>map(share -> () -> writeShare(share, others))
                .toList());
        double seconds = (System.nanoTime() - begin) / 1e9;
        database.run("drop table bench_outbox, bench_playback, bench_attempt");
        return new Pace(groups.stream().mapToLong(List::size).sum(), seconds);
    }

    private Watched read() throws SQLException {
        try (Connection connection = database.connect()) {
            return Watched.read(connection);
        }
    }

    private boolean writeShare(List<List<Row>> groups, Optional<Watched> others) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (List<Row> group : groups) {
                for (Row row : group) {
                    add(insert, row);
                }
                insert.executeBatch();
                if (others.isPresent()) {
                    others.get().save(connection, group);
                }
                connection.commit();
            }
            return true;
        }
    }

    private static void add(PreparedStatement insert, Row row) throws SQLException {
        insert.setInt(1, row.lane());
        insert.setLong(2, row.position());
        insert.setString(3, row.tenant());
        insert.setObject(4, row.statementId());
        insert.setString(5, row.actorKey());
        insert.setTimestamp(6, row.at());
        insert.setTimestamp(7, row.commit());
        insert.setBytes(8, row.body());
        insert.addBatch();
    }
}
