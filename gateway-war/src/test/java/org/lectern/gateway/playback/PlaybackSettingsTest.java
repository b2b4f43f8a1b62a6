package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class PlaybackSettingsTest {

    @Test
    void readsWhatIsSetAndTakesDefaultsForTheRest() {
        assertThat(PlaybackSettings.read(
                        GivenSettings.of("lectern.playback.queue=7", "lectern.playback.idle-timeout=PT5S")))
                .isEqualTo(new PlaybackSettings(
                        2, 7, Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofSeconds(15), 10));
        assertThat(PlaybackSettings.read(GivenSettings.of())).isEqualTo(PlaybackSettings.DEFAULTS);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(GivenSettings.wrongIn(
                        PlaybackSettings::read,
                        "lectern.playback.committers=0",
                        "lectern.playback.queue=long",
                        "lectern.playback.idle-timeout=soon",
                        "lectern.playback.paused-timeout=PT0S",
                        "lectern.playback.sweep-every=-PT1S",
                        "lectern.playback.facts-per-second=-1"))
                .containsExactly(
                        "lectern.playback.committers: found '0', allowed: a whole number from 1 to 32",
                        "lectern.playback.queue: found 'long', allowed: a whole number from 1 to 100000",
                        "lectern.playback.idle-timeout: found 'soon', allowed: an ISO 8601 duration from PT1S to P1D",
                        "lectern.playback.paused-timeout: found 'PT0S', allowed: an ISO 8601 duration from PT1S to P1D",
                        "lectern.playback.sweep-every: found '-PT1S', allowed: an ISO 8601 duration from PT1S to PT1H",
                        "lectern.playback.facts-per-second: found '-1', allowed: a whole number from 0 to 100000");
    }
}
