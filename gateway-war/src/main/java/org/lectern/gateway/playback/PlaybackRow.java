package org.lectern.gateway.playback;

import java.util.UUID;

/**
 * A row of {@code playback}.
 *
 * @param key whose and which
 * @param session the session that opened it
 * @param attempt its attempt
 * @param media the entry being played
 * @param ledger which facts have arrived
 * @param playback the state machine
 * @param version the transaction that wrote it last, {@code xmin}
 */
record PlaybackRow(Key key, UUID session, UUID attempt, String media, Ledger ledger, Playback playback, int version) {

    /** A playback's id is chosen by a page, so it is only an id together with the tenant. */
    record Key(String tenant, UUID id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTenant = tenant.compareTo(other.tenant);
            return byTenant != 0 ? byTenant : id.compareTo(other.id);
        }
    }

    PlaybackRow with(Ledger newLedger, Playback newPlayback) {
        return new PlaybackRow(key, session, attempt, media, newLedger, newPlayback, version);
    }

    PlaybackRow written(int newVersion) {
        return new PlaybackRow(key, session, attempt, media, ledger, playback, newVersion);
    }
}
