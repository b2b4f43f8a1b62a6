package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
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
            select p.tenant, p.id, p.session, p.attempt, p.media, p.through, p.state, p.pending, p.xmin from playback p
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

    /** Answers how many of each were written, how many of each were as supposed, and the version of what was written. */
    private static final String SAVE = "with attempts as (" + AttemptTable.SAVE + "),\n" + """
            playbacks as (
                update playback p set through = new.through, state = new.state, pending = new.pending,
                    playing = new.playing, open = new.open, last_seen = now()
                from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::int[])
                    as new (tenant, id, through, state, pending, playing, open, version)
                where p.tenant = new.tenant and p.id = new.id and p.xmin = new.version returning 1)
            select (select count(*) from playbacks), (select count(*) from attempts),
                (select count(*) from unnest(?::text[], ?::uuid[], ?::int[]) as same (tenant, id, version)
                    join playback p on p.tenant = same.tenant and p.id = same.id and p.xmin = same.version),
                (select count(*) from unnest(?::uuid[], ?::int[]) as same (id, version)
                    join attempt a on a.id = same.id and a.xmin = same.version),
                pg_current_xact_id()::xid
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

    /**
     * Writes playbacks and their attempts back, and compares others, in one round trip.
     *
     * @return the version of everything that was written
     * @throws SQLTransactionRollbackException when one of them has another version by now
     */
    int save(
            Collection<PlaybackRow> rows,
            Collection<AttemptTable.Changed> attempts,
            Collection<PlaybackRow> same,
            Collection<AttemptRow> sameAttempts)
            throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            AttemptTable.bind(connection, save, attempts);
            Columns<PlaybackRow> columns = new Columns<>(connection, save, rows);
            columns.texts(10, row -> row.key().tenant());
            columns.uuids(11, row -> row.key().id());
            columns.longs(12, row -> row.ledger().through());
            columns.texts(13, row -> PlaybackJson.write(row.playback()));
            columns.texts(14, row -> row.ledger().text());
            columns.flags(15, row -> row.playback().isPlaying());
            columns.flags(16, row -> !row.playback().isClosed());
            columns.ints(17, PlaybackRow::version);
            Columns<PlaybackRow> unchanged = new Columns<>(connection, save, same);
            unchanged.texts(18, row -> row.key().tenant());
            unchanged.uuids(19, row -> row.key().id());
            unchanged.ints(20, PlaybackRow::version);
            Columns<AttemptRow> unchangedAttempts = new Columns<>(connection, save, sameAttempts);
            unchangedAttempts.uuids(21, AttemptRow::id);
            unchangedAttempts.ints(22, AttemptRow::version);
            try (ResultSet saved = save.executeQuery()) {
                saved.next();
                boolean all = saved.getInt(1) == rows.size()
                        && saved.getInt(2) == attempts.size()
                        && saved.getInt(3) == same.size()
                        && saved.getInt(4) == sameAttempts.size();
                if (!all) {
                    throw new SQLTransactionRollbackException(
                            "a playback or attempt was changed by somebody else", "40001");
                }
                return Columns.version(saved, 5);
            }
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
                                state(row.getString(7)),
                                Columns.version(row, 9)));
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
