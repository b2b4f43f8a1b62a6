package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Table {@code attempt}, many rows at a time; rows are locked in the order of their ids. */
record AttemptTable(Connection connection) {

    /** Sorted, so that two nodes that open the same attempts wait for each other and not in a circle. */
    private static final String OPEN = """
            insert into attempt (id, tenant, learner_key, scope, media)
            select gen_random_uuid(), new.* from (
                select distinct tenant, learner_key, scope, media
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wanted (tenant, learner_key, scope, media)
                order by 1, 2, 3, 4) as new
            on conflict (tenant, learner_key, scope, media) do nothing
            """;

    private static final String FIND = """
            select a.id, a.tenant, a.learner_key, a.scope, a.media from attempt a
            join unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wanted (tenant, learner_key, scope, media)
                on a.tenant = wanted.tenant and a.learner_key = wanted.learner_key and a.scope = wanted.scope
                and a.media = wanted.media
            """;
    private static final String LOCK = """
            select id, tenant, learner_key, scope, media, segments, milestones, time_spent_ms, position_ms, completed, finished,
                xmin
            from attempt where id = any (?) order by id for update
            """;
    /** Nine arrays; {@link #bind} fills them. */
    static final String SAVE = """
            update attempt a set segments = new.segments, milestones = new.milestones, time_spent_ms = new.spent,
                position_ms = new.position, length_ms = coalesce(new.length, a.length_ms), completed = new.completed,
                finished = new.finished, updated = now()
            from unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bool[], ?::bool[],
                ?::int[]) as new (id, segments, milestones, spent, position, length, completed, finished, version)
            where a.id = new.id and a.xmin = new.version returning 1
            """;

    /** An attempt to be saved, with the video's length if that is known. */
    record Changed(AttemptRow row, Long length) {}

    /** The ids of these attempts; made where there are none yet. */
    Map<AttemptRow.Name, UUID> findOrOpen(Collection<AttemptRow.Name> names) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN);
                PreparedStatement find = connection.prepareStatement(FIND)) {
            names(open, names);
            open.executeUpdate();
            names(find, names);
            Map<AttemptRow.Name, UUID> ids = new HashMap<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    ids.put(name(row), row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    Map<UUID, AttemptRow> lock(Collection<UUID> ids) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            Columns<UUID> columns = new Columns<>(connection, lock, ids);
            columns.uuids(1, id -> id);
            Map<UUID, AttemptRow> found = new HashMap<>();
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    found.put(id, new AttemptRow(id, name(row), attempt(row), Columns.version(row, 12)));
                }
            }
            return found;
        }
    }

    /** Fills the arrays of {@link #SAVE}, the first nine of a statement. */
    static void bind(Connection connection, PreparedStatement save, Collection<Changed> changed) throws SQLException {
        Columns<Changed> columns = new Columns<>(connection, save, changed);
        columns.uuids(1, one -> one.row().id());
        columns.texts(2, one -> one.row().attempt().segments().text());
        columns.ints(3, one -> one.row().attempt().milestones());
        columns.longs(4, one -> one.row().attempt().timeSpent());
        columns.longs(5, one -> one.row().attempt().position());
        columns.longs(6, Changed::length);
        columns.flags(7, one -> one.row().attempt().completed());
        columns.flags(8, one -> one.row().attempt().finished());
        columns.ints(9, one -> one.row().version());
    }

    private void names(PreparedStatement statement, Collection<AttemptRow.Name> names) throws SQLException {
        Columns<AttemptRow.Name> columns = new Columns<>(connection, statement, names);
        columns.texts(1, AttemptRow.Name::tenant);
        columns.texts(2, AttemptRow.Name::learnerKey);
        columns.texts(3, AttemptRow.Name::scope);
        columns.texts(4, AttemptRow.Name::media);
    }

    private static AttemptRow.Name name(ResultSet row) throws SQLException {
        return new AttemptRow.Name(row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Segments.parse(row.getString(6)),
                row.getInt(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10),
                row.getBoolean(11));
    }
}
