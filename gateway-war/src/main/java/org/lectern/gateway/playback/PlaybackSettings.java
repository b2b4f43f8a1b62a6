package org.lectern.gateway.playback;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of this room, {@code lectern.playback.*}.
 *
 * @param committers threads that accept facts ({@code committers}), 1 to 32; by default 2
 * @param queue requests that may wait for each of them ({@code queue}), 1 to 100,000; by default 1,024
 * @param idlePlaying silence after which a playing playback is closed ({@code idle-timeout}); by default PT3M
 * @param idlePaused silence after which one that does not play is closed ({@code paused-timeout}); by default PT30M
 * @param sweepEvery pause between two sweeps ({@code sweep-every}); by default PT15S
 */
public record PlaybackSettings(
        int committers, int queue, Duration idlePlaying, Duration idlePaused, Duration sweepEvery) {

    public static final PlaybackSettings DEFAULTS =
            new PlaybackSettings(2, 1_024, Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(15));

    public PlaybackSettings {
        inRange("committers", committers, 1, 32);
        inRange("queue", queue, 1, 100_000);
        positive("idle-timeout", idlePlaying);
        positive("paused-timeout", idlePaused);
        positive("sweep-every", sweepEvery);
    }

    /** What the configuration says, defaults for the rest. */
    public static PlaybackSettings read(Config config) {
        return new PlaybackSettings(
                read(config, "committers", DEFAULTS.committers()),
                read(config, "queue", DEFAULTS.queue()),
                read(config, "idle-timeout", DEFAULTS.idlePlaying()),
                read(config, "paused-timeout", DEFAULTS.idlePaused()),
                read(config, "sweep-every", DEFAULTS.sweepEvery()));
    }

    @SuppressWarnings("unchecked")
    private static <T> T read(Config config, String key, T fallback) {
        return config.getOptionalValue("lectern.playback." + key, (Class<T>) fallback.getClass())
                .orElse(fallback);
    }

    private static void inRange(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "lectern.playback." + key + " must be " + least + " to " + most + ", found " + value);
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "lectern.playback." + key + " must be longer than nothing, found " + value);
        }
    }
}
