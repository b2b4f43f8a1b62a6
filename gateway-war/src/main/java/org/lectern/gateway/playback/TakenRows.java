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

/**
 * The playbacks and attempts that one transaction works on, written back together. Those that are read are locked; those that are
 * remembered are compared with the table's when they are written back, and nothing is written if one of them has changed. For one
 * thread.
 */
final class TakenRows {

    private final PlaybackTable playbacks;
    private final SortedMap<PlaybackRow.Key, PlaybackRow> rows = new TreeMap<>();
    private final Map<UUID, AttemptRow> attemptRows = new HashMap<>();
    private final SortedMap<PlaybackRow.Key, PlaybackRow> changed = new TreeMap<>();
    private final Map<UUID, AttemptTable.Changed> changedAttempts = new HashMap<>();
    /** Remembered, neither read nor written yet. */
    private final Map<PlaybackRow.Key, PlaybackRow> supposed = new HashMap<>();

    private final Map<UUID, AttemptRow> supposedAttempts = new HashMap<>();
    private int version;

    private TakenRows(PlaybackTable playbacks) {
        this.playbacks = playbacks;
    }

    /** Those that the submissions speak of: the remembered ones as they are, the others locked; made where they are new. */
    static TakenRows take(Connection connection, Collection<Submission> submissions, Recent recent)
            throws SQLException {
        TakenRows taken = new TakenRows(new PlaybackTable(connection));
        SortedMap<PlaybackRow.Key, Submission> wanted = new TreeMap<>();
        for (Submission submission : submissions) {
            if (!taken.suppose(submission.key(), recent)) {
                wanted.putIfAbsent(submission.key(), submission);
            }
        }
        if (!wanted.isEmpty()) {
            taken.lock(new AttemptTable(connection), wanted);
        }
        return taken;
    }

    /** Those that have been silent for too long, at most so many. */
    static TakenRows silent(Connection connection, PlaybackSettings settings, int most) throws SQLException {
        TakenRows taken = new TakenRows(new PlaybackTable(connection));
        taken.found(new AttemptTable(connection), taken.playbacks.lockSilent(settings, most));
        return taken;
    }

    private boolean suppose(PlaybackRow.Key key, Recent recent) {
        if (rows.containsKey(key)) {
            return true;
        }
        PlaybackRow row = recent.playback(key);
        AttemptRow attempt = row == null ? null : recent.attempt(row.attempt());
        if (attempt == null) {
            return false;
        }
        rows.put(key, row);
        supposed.put(key, row);
        attemptRows.put(attempt.id(), attempt);
        supposedAttempts.put(attempt.id(), attempt);
        return true;
    }

    private void lock(AttemptTable attempts, SortedMap<PlaybackRow.Key, Submission> wanted) throws SQLException {
        SortedMap<PlaybackRow.Key, PlaybackRow> found = playbacks.lock(wanted.keySet());
        wanted.keySet().removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            open(attempts, wanted.values());
            found.putAll(playbacks.lock(wanted.keySet()));
        }
        found(attempts, found);
    }

    private void open(AttemptTable attempts, Collection<Submission> missing) throws SQLException {
        Map<AttemptRow.Name, UUID> ids =
                attempts.findOrOpen(missing.stream().map(Submission::attempt).toList());
        List<PlaybackRow> fresh = new ArrayList<>();
        for (Submission one : missing) {
            fresh.add(new PlaybackRow(
                    one.key(),
                    one.session().id(),
                    ids.get(one.attempt()),
                    one.request().media(),
                    Ledger.EMPTY,
                    null,
                    0));
        }
        playbacks.open(fresh);
    }

    private void found(AttemptTable attempts, SortedMap<PlaybackRow.Key, PlaybackRow> found) throws SQLException {
        rows.putAll(found);
        if (!found.isEmpty()) {
            Map<UUID, AttemptRow> locked = attempts.lock(new TreeSet<>(
                    found.values().stream().map(PlaybackRow::attempt).toList()));
            attemptRows.putAll(locked);
            supposedAttempts.keySet().removeAll(locked.keySet());
        }
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

    /**
     * Writes what was changed and compares what was not, unless it is locked.
     *
     * @throws java.sql.SQLTransactionRollbackException when something remembered is no longer so; the transaction must be begun anew
     */
    void save() throws SQLException {
        supposed.keySet().removeAll(changed.keySet());
        supposedAttempts.keySet().removeAll(changedAttempts.keySet());
        if (!changed.isEmpty() || !changedAttempts.isEmpty() || !supposed.isEmpty()) {
            version = playbacks.save(
                    changed.values(), changedAttempts.values(), supposed.values(), supposedAttempts.values());
        }
    }

    /** Remembers them all as they are now. After the commit. */
    void remember(Recent recent) {
        rows.values().forEach(row -> recent.keep(changed.containsKey(row.key()) ? row.written(version) : row));
        attemptRows
                .values()
                .forEach(row -> recent.keep(changedAttempts.containsKey(row.id()) ? row.written(version) : row));
    }
}
