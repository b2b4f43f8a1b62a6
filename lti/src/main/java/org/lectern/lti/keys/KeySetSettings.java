package org.lectern.lti.keys;

import java.time.Duration;

/**
 * How long key sets live. {@code refreshAfter}: fetched again, ahead of need, on the next use after this age. {@code
 * usableFor}: used this long while the platform cannot be reached. {@code missWait}: the shortest time between two
 * fetches of one key set for the sake of unknown key names. {@code failureWait}: the shortest time between a failed
 * fetch and the next. {@code missBurst} fetches for unknown key names may happen at once over all key sets,
 * refilled one per {@code missRefill}. {@code maxKeySets} are remembered.
 */
public record KeySetSettings(
        Duration refreshAfter,
        Duration usableFor,
        Duration missWait,
        Duration failureWait,
        int missBurst,
        Duration missRefill,
        int maxKeySets) {

    public static final KeySetSettings DEFAULT = new KeySetSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            20,
            Duration.ofSeconds(3),
            2000);

    public KeySetSettings {
        requirePositive(refreshAfter);
        requirePositive(usableFor);
        requirePositive(missWait);
        requirePositive(failureWait);
        requirePositive(missRefill);
        if (usableFor.compareTo(refreshAfter) <= 0 || missBurst < 1 || maxKeySets < 1) {
            throw new IllegalArgumentException("key sets must be usable longer than they are fresh, limits at least 1");
        }
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("key set durations must be positive: " + duration);
        }
    }
}
