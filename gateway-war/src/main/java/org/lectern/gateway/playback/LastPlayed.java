package org.lectern.gateway.playback;

import java.time.Instant;
import java.util.Optional;

/** When something was last played in a load of the player, told from its row. Pure. */
public final class LastPlayed {

    private LastPlayed() {}

    /**
     * Empty when nothing was played yet.
     *
     * @param state the row's state
     * @param opened when the row's session was opened; the epoch when that is forgotten
     */
    public static Optional<Instant> of(String state, Instant opened) {
        Instant counted = PlaybackTable.state(state).counted();
        return counted.isAfter(PlaybackTable.untouched(opened).counted()) ? Optional.of(counted) : Optional.empty();
    }
}
