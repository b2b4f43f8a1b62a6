package org.lectern.gateway.playback;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;

/**
 * Settings of this room, {@code lectern.playback.*}.
 *
 * @param committers threads that accept facts ({@code committers}), 1 to 32; by default 2
 * @param queue requests that may wait for each of them ({@code queue}), 1 to 100,000; by default 1,024
 * @param idlePlaying silence after which a playing playback is closed ({@code idle-timeout}), PT1S to P1D; by default PT3M
 * @param idlePaused silence after which one that does not play is closed ({@code paused-timeout}), PT1S to P1D; by default PT30M
 * @param sweepEvery pause between two sweeps ({@code sweep-every}), PT1S to PT1H; by default PT15S
 * @param factsPerSecond facts of one session that are accepted over the long run ({@code facts-per-second}), 0 to 100,000; by
 *     default 10, 0 for any number
 */
public record PlaybackSettings(
        int committers, int queue, Duration idlePlaying, Duration idlePaused, Duration sweepEvery, int factsPerSecond) {

    public static final PlaybackSettings DEFAULTS =
            new PlaybackSettings(2, 1_024, Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(15), 10);

    private static final Kind<Duration> SILENCE = Kind.duration("PT1S", "P1D");

    /**
     * What the configuration says, defaults for the rest.
     *
     * @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here
     */
    public static PlaybackSettings read(Config config) {
        return Settings.reading(config, PlaybackSettings::collect);
    }

    static PlaybackSettings collect(Settings settings) {
        Section playback = settings.section("lectern.playback");
        return new PlaybackSettings(
                playback.value("committers", Kind.number(1, 32), DEFAULTS.committers()),
                playback.value("queue", Kind.number(1, 100_000), DEFAULTS.queue()),
                playback.value("idle-timeout", SILENCE, DEFAULTS.idlePlaying()),
                playback.value("paused-timeout", SILENCE, DEFAULTS.idlePaused()),
                playback.value("sweep-every", Kind.duration("PT1S", "PT1H"), DEFAULTS.sweepEvery()),
                playback.value("facts-per-second", Kind.number(0, 100_000), DEFAULTS.factsPerSecond()));
    }
}
