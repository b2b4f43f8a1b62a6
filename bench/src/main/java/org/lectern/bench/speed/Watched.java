package org.lectern.bench.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that acceptance rewrites beside the outbox: a viewer's playback and attempt, as they are in the end. {@link BareInsert} writes
 * them once in every transaction that has a statement of the viewer, as the gateway did. For one thread.
 *
 * @param playbacks columns of the row, by tenant and viewer
 * @param attempts columns of the row, by tenant and viewer
 */
record Watched(Map<String, Object[]> playbacks, Map<String, Object[]> attempts) {

    private static final String PLAYBACKS = """
            select s.tenant || ' ' || s.learner_key, p.tenant, p.id, p.session, p.attempt, p.media, p.through, p.state, p.pending,
                p.playing, p.last_seen, p.open
            from playback p join learner_session s on s.id = p.session
            """;
    private static final String ATTEMPTS = """
            select tenant || ' ' || learner_key, id, tenant, learner_key, scope, media, segments, milestones, time_spent_ms,
                position_ms, length_ms, completed, finished, updated
            from attempt
            """;
    private static final String SAVE_PLAYBACK = """
            insert into bench_playback (tenant, id, session, attempt, media, through, state, pending, playing, last_seen, open)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, id) do update set through = excluded.through, state = excluded.state,
                pending = excluded.pending, playing = excluded.playing, last_seen = excluded.last_seen, open = excluded.open
            """;
    private static final String SAVE_ATTEMPT = """
            insert into bench_attempt (id, tenant, learner_key, scope, media, segments, milestones, time_spent_ms, position_ms,
                length_ms, completed, finished, updated)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set segments = excluded.segments, milestones = excluded.milestones,
                time_spent_ms = excluded.time_spent_ms, position_ms = excluded.position_ms, length_ms = excluded.length_ms,
                completed = excluded.completed, finished = excluded.finished, updated = excluded.updated
            """;

    static Watched read(Connection connection) throws SQLException {
        return new Watched(rows(connection, PLAYBACKS), rows(connection, ATTEMPTS));
    }

    private static Map<String, Object[]> rows(Connection connection, String sql) throws SQLException {
        Map<String, Object[]> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns - 1];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 2);
                }
                found.put(row.getString(1), values);
            }
        }
        return found;
    }

    /** Writes what belongs to these statements: at most one batch into each table. */
    void save(Connection connection, List<Row> statements) throws SQLException {
        Set<String> viewers = new TreeSet<>();
        statements.forEach(statement -> viewers.add(statement.tenant() + ' ' + statement.actorKey()));
        save(connection, SAVE_PLAYBACK, picked(playbacks, viewers));
        save(connection, SAVE_ATTEMPT, picked(attempts, viewers));
    }

    private static List<Object[]> picked(Map<String, Object[]> rows, Set<String> viewers) throws SQLException {
        List<Object[]> picked = new ArrayList<>(viewers.size());
        for (String viewer : viewers) {
            Object[] row = rows.get(viewer);
            if (row == null) {
                throw new SQLException("no row of " + viewer);
            }
            picked.add(row);
        }
        return picked;
    }

    private static void save(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    save.setObject(i + 1, row[i]);
                }
                save.addBatch();
            }
            save.executeBatch();
        }
    }
}
