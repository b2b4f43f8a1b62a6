package org.lectern.gateway.playback;

import java.time.Instant;
import java.util.Optional;

/**
 * When something was last played in a load of the player, told from its row.
 *
 * @param state the row's state, as it is kept
 * @param opened when the row's session was opened; the epoch when that is forgotten
 */
public record LastPlayed(String state, Instant opened) {

    /** Empty when nothing was played yet. */
    public Optional<Instant> at() {
        Instant counted = PlaybackTable.state(state).counted();
        return counted.isAfter(PlaybackTable.untouched(opened).counted()) ? Optional.of(counted) : Optional.empty();
    }
}
