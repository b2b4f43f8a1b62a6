package org.lectern.gateway.playback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Playbacks and attempts as they were when this node last committed them, so that a page's next report need not read and lock them
 * first. Another node, or the sweep, may have changed them since: their versions are compared when they are written. Bounded: the
 * {@value #MOST} used last, and none that is unusually large. For one thread.
 */
final class Recent {

    static final int MOST = 4_000;
    private static final int MOST_STRETCHES = 50;

    private final Map<PlaybackRow.Key, PlaybackRow> playbacks = bounded();
    private final Map<UUID, AttemptRow> attempts = bounded();

    /** The playback, or null when it is not remembered. */
    PlaybackRow playback(PlaybackRow.Key key) {
        return playbacks.get(key);
    }

    /** The attempt, or null when it is not remembered. */
    AttemptRow attempt(UUID id) {
        return attempts.get(id);
    }

    void keep(PlaybackRow row) {
        if (row.ledger().waiting().isEmpty() && !row.playback().isClosed()) {
            playbacks.put(row.key(), row);
        } else {
            playbacks.remove(row.key());
        }
    }

    void keep(AttemptRow row) {
        if (row.attempt().segments().watched().size() <= MOST_STRETCHES) {
            attempts.put(row.id(), row);
        } else {
            attempts.remove(row.id());
        }
    }

    /** Forgets everything: after a transaction that failed, nobody knows what is still true. */
    void clear() {
        playbacks.clear();
        attempts.clear();
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> leastUsed) {
                return size() > MOST;
            }
        };
    }
}
