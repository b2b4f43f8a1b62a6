package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Table {@code playback}, many rows at a time: one statement however many. Rows are locked in the order of their keys, before
 * those of {@code attempt}, so that two groups never wait for each other in a circle.
 */
record PlaybackTable(Connection connection) {

    /** Nothing in a playback happened longer than this before its session was opened. */
    private static final Duration BEFORE_SESSION = Duration.ofMinutes(5);

    private static final String COLUMNS = """
            select p.tenant, p.id, p.session, p.attempt, p.media, p.through, p.state, p.pending from playback p
            """;
    private static final String LOCK = COLUMNS + """
            join unnest(?::text[], ?::uuid[]) as wanted (tenant, id) on p.tenant = wanted.tenant and p.id = wanted.id
            order by p.tenant, p.id for update of p
            """;
    private static final String LOCK_SILENT = COLUMNS + """
            where p.open and p.last_seen < now() - case when p.playing then ?::interval else ?::interval end
            order by p.last_seen limit ? for update skip locked
            """;
    /** The state of a new row is the time before which nothing happened; the first fact makes a real state of it. */
    private static final String OPEN = """
            insert into playback (tenant, id, session, attempt, media, state)
            select distinct on (new.tenant, new.id) new.tenant, new.id, new.session, new.attempt, new.media,
                '@' || (extract(epoch from coalesce(s.created, to_timestamp(0))) * 1000)::bigint
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) as new (tenant, id, session, attempt, media)
            left join learner_session s on s.id = new.session
            order by new.tenant, new.id
            on conflict (tenant, id) do nothing
            """;

    private static final String SAVE = """
            update playback p set through = new.through, state = new.state, pending = new.pending,
                playing = new.playing, open = new.open, last_seen = now()
            from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bool[], ?::bool[])
                as new (tenant, id, through, state, pending, playing, open)
            where p.tenant = new.tenant and p.id = new.id
            """;

    SortedMap<PlaybackRow.Key, PlaybackRow> lock(Collection<PlaybackRow.Key> keys) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            array(lock, 1, "text", keys, PlaybackRow.Key::tenant);
            array(lock, 2, "uuid", keys, PlaybackRow.Key::id);
            return rows(lock);
        }
    }

    /** Open playbacks that nobody else is busy with and that have been silent for so long; the longest silent first. */
    SortedMap<PlaybackRow.Key, PlaybackRow> lockSilent(PlaybackSettings settings, int most) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_SILENT)) {
            lock.setString(1, settings.idlePlaying().toString());
            lock.setString(2, settings.idlePaused().toString());
            lock.setInt(3, most);
            return rows(lock);
        }
    }

    /** Makes rows for playbacks that there are none of yet. */
    void open(Collection<PlaybackRow> rows) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            array(open, 1, "text", rows, row -> row.key().tenant());
            array(open, 2, "uuid", rows, row -> row.key().id());
            array(open, 3, "uuid", rows, PlaybackRow::session);
            array(open, 4, "uuid", rows, PlaybackRow::attempt);
            array(open, 5, "text", rows, PlaybackRow::media);
            open.executeUpdate();
        }
    }

    void save(Collection<PlaybackRow> rows) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            array(save, 1, "text", rows, row -> row.key().tenant());
            array(save, 2, "uuid", rows, row -> row.key().id());
            array(save, 3, "int8", rows, row -> row.ledger().through());
            array(save, 4, "text", rows, row -> PlaybackJson.write(row.playback()));
            array(save, 5, "text", rows, row -> row.ledger().text());
            array(save, 6, "bool", rows, row -> row.playback().isPlaying());
            array(save, 7, "bool", rows, row -> !row.playback().isClosed());
            save.executeUpdate();
        }
    }

    private static SortedMap<PlaybackRow.Key, PlaybackRow> rows(PreparedStatement query) throws SQLException {
        SortedMap<PlaybackRow.Key, PlaybackRow> found = new TreeMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                PlaybackRow.Key key = new PlaybackRow.Key(row.getString(1), row.getObject(2, UUID.class));
                found.put(
                        key,
                        new PlaybackRow(
                                key,
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                Ledger.parse(row.getLong(6), row.getString(8)),
                                state(row.getString(7))));
            }
        }
        return found;
    }

    private static Playback state(String text) {
        return text.startsWith("@")
                ? Playback.untouched(
                        Instant.ofEpochMilli(Long.parseLong(text.substring(1))).minus(BEFORE_SESSION))
                : PlaybackJson.read(text);
    }

    private <T> void array(PreparedStatement statement, int at, String type, Collection<T> rows, Function<T, ?> value)
            throws SQLException {
        List<Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        statement.setArray(at, connection.createArrayOf(type, values.toArray()));
    }
}
