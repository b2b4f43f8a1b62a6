package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

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

    private static final String SAVE = "with attempts as (" + AttemptTable.SAVE + ")" + """
             update playback p set through = new.through, state = new.state, pending = new.pending,
                playing = new.playing, open = new.open, last_seen = now()
            from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bool[], ?::bool[])
                as new (tenant, id, through, state, pending, playing, open)
            where p.tenant = new.tenant and p.id = new.id
            """;

    SortedMap<PlaybackRow.Key, PlaybackRow> lock(Collection<PlaybackRow.Key> keys) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            Columns<PlaybackRow.Key> columns = new Columns<>(connection, lock, keys);
            columns.texts(1, PlaybackRow.Key::tenant);
            columns.uuids(2, PlaybackRow.Key::id);
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
            Columns<PlaybackRow> columns = new Columns<>(connection, open, rows);
            columns.texts(1, row -> row.key().tenant());
            columns.uuids(2, row -> row.key().id());
            columns.uuids(3, PlaybackRow::session);
            columns.uuids(4, PlaybackRow::attempt);
            columns.texts(5, PlaybackRow::media);
            open.executeUpdate();
        }
    }

    /** Writes playbacks and their attempts back, in one round trip. */
    void save(Collection<PlaybackRow> rows, Collection<AttemptTable.Changed> attempts) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            AttemptTable.bind(connection, save, attempts);
            Columns<PlaybackRow> columns = new Columns<>(connection, save, rows);
            columns.texts(9, row -> row.key().tenant());
            columns.uuids(10, row -> row.key().id());
            columns.longs(11, row -> row.ledger().through());
            columns.texts(12, row -> PlaybackJson.write(row.playback()));
            columns.texts(13, row -> row.ledger().text());
            columns.flags(14, row -> row.playback().isPlaying());
            columns.flags(15, row -> !row.playback().isClosed());
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

    /** As the column {@code state} has it. */
    static Playback state(String text) {
        return text.startsWith("@")
                ? untouched(Instant.ofEpochMilli(Long.parseLong(text.substring(1))))
                : PlaybackJson.read(text);
    }

    /** One of a session that was opened then, before its first fact. */
    static Playback untouched(Instant opened) {
        return Playback.untouched(opened.minus(BEFORE_SESSION));
    }
}
