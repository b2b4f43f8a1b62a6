package org.lectern.adapter.videoprofile;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.Extensions;

class PlayerToldTest {

    @Test
    void aSilentPlayerHasTheSpeedAndVolumeOfAnyMediaElement() {
        assertThat(PlayerTold.changes(PlayerState.SILENT, PlayerState.SILENT))
                .isEqualTo(
                        Extensions.NONE.with(VideoExtension.SPEED, "1x").with(VideoExtension.VOLUME, BigDecimal.ONE));
    }

    @Test
    void aNewCaptionLanguageComesWithBothFlags() {
        PlayerState before = captions(Optional.of(true), Optional.of("en"));
        assertThat(PlayerTold.changes(captions(empty(), Optional.of("de_CH")), before))
                .isEqualTo(Extensions.NONE
                        .with(VideoExtension.CAPTIONS, true)
                        .with(VideoExtension.CAPTIONS_OF_TEMPLATES, true)
                        .with(VideoExtension.CAPTIONS_LANGUAGE, "de-CH")
                        .with(VideoExtension.SPEED, "1x")
                        .with(VideoExtension.VOLUME, BigDecimal.ONE));
    }

    @Test
    void aVolumeIsToldWithoutTheBrowsersRoundingNoise() {
        PlayerState noisy = volume("0.8500000238418579");
        assertThat(PlayerTold.changes(noisy, PlayerState.SILENT))
                .isEqualTo(Extensions.NONE
                        .with(VideoExtension.SPEED, "1x")
                        .with(VideoExtension.VOLUME, new BigDecimal("0.85")));
    }

    private static PlayerState captions(Optional<Boolean> shown, Optional<String> language) {
        return new PlayerState(
                shown, language, empty(), empty(), empty(), empty(), empty(), empty(), empty(), empty(), empty());
    }

    private static PlayerState volume(String level) {
        Optional<BigDecimal> volume = Optional.of(new BigDecimal(level));
        return new PlayerState(
                empty(), empty(), empty(), volume, empty(), empty(), empty(), empty(), empty(), empty(), empty());
    }
}
