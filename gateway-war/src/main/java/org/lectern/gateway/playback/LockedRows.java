package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The playbacks and attempts that one transaction works on: locked when read, written back together. For one thread. */
final class LockedRows {

    private final PlaybackTable playbacks;
    private final SortedMap<PlaybackRow.Key, PlaybackRow> rows;
    private final Map<UUID, AttemptRow> attemptRows = new HashMap<>();
    private final SortedMap<PlaybackRow.Key, PlaybackRow> changed = new TreeMap<>();
    private final Map<UUID, AttemptTable.Changed> changedAttempts = new HashMap<>();

    private LockedRows(PlaybackTable playbacks, AttemptTable attempts, SortedMap<PlaybackRow.Key, PlaybackRow> rows)
            throws SQLException {
        this.playbacks = playbacks;
        this.rows = rows;
        if (!rows.isEmpty()) {
            attemptRows.putAll(attempts.lock(new TreeSet<>(
                    rows.values().stream().map(PlaybackRow::attempt).toList())));
        }
    }

    /** Those that the submissions speak of; made where they are new. */
    static LockedRows lock(Connection connection, Collection<Submission> submissions) throws SQLException {
        PlaybackTable playbacks = new PlaybackTable(connection);
        AttemptTable attempts = new AttemptTable(connection);
        SortedMap<PlaybackRow.Key, Submission> wanted = new TreeMap<>();
        submissions.forEach(submission -> wanted.putIfAbsent(submission.key(), submission));
        SortedMap<PlaybackRow.Key, PlaybackRow> found = playbacks.lock(wanted.keySet());
        wanted.keySet().removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            open(playbacks, attempts, wanted.values());
            found.putAll(playbacks.lock(wanted.keySet()));
        }
        return new LockedRows(playbacks, attempts, found);
    }

    /** Those that have been silent for too long, at most so many. */
    static LockedRows lockSilent(Connection connection, PlaybackSettings settings, int most) throws SQLException {
        PlaybackTable playbacks = new PlaybackTable(connection);
        return new LockedRows(playbacks, new AttemptTable(connection), playbacks.lockSilent(settings, most));
    }

    private static void open(PlaybackTable playbacks, AttemptTable attempts, Collection<Submission> missing)
            throws SQLException {
        Map<AttemptRow.Name, UUID> ids =
                attempts.findOrOpen(missing.stream().map(Submission::attempt).toList());
        List<PlaybackRow> rows = new ArrayList<>();
        for (Submission one : missing) {
            rows.add(new PlaybackRow(
                    one.key(),
                    one.session().id(),
                    ids.get(one.attempt()),
                    one.request().media(),
                    Ledger.EMPTY,
                    null));
        }
        playbacks.open(rows);
    }

    List<PlaybackRow> playbacks() {
        return List.copyOf(rows.values());
    }

    PlaybackRow playback(PlaybackRow.Key key) {
        return rows.get(key);
    }

    AttemptRow attemptOf(PlaybackRow row) {
        return attemptRows.get(row.attempt());
    }

    void put(PlaybackRow row) {
        if (!row.equals(rows.put(row.key(), row))) {
            changed.put(row.key(), row);
        }
    }

    void put(Applied applied) {
        put(applied.row());
        AttemptRow attempt = applied.attempt();
        if (!attempt.equals(attemptRows.put(attempt.id(), attempt))) {
            Playback playback = applied.row().playback();
            Long length = playback.length().isPresent() ? playback.length().getAsLong() : null;
            changedAttempts.put(attempt.id(), new AttemptTable.Changed(attempt, length));
        }
    }

    void save() throws SQLException {
        if (!changed.isEmpty() || !changedAttempts.isEmpty()) {
            playbacks.save(changed.values(), changedAttempts.values());
        }
    }
}
