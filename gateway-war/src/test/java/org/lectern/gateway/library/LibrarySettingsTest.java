package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class LibrarySettingsTest {

    @Test
    void readsWhatIsSetOrTakesTheDefault() {
        assertThat(LibrarySettings.read(GivenSettings.of("lectern.media.link-lifetime=PT1H")))
                .isEqualTo(new LibrarySettings(Duration.ofHours(1)));
        assertThat(LibrarySettings.read(GivenSettings.of())).isEqualTo(new LibrarySettings(Duration.ofHours(8)));
    }

    @Test
    void namesAWrongValueAndWhatIsAllowed() {
        assertThat(GivenSettings.wrongIn(LibrarySettings::read, "lectern.media.link-lifetime=P8D"))
                .containsExactly(
                        "lectern.media.link-lifetime: found 'P8D', allowed: an ISO 8601 duration from PT1M to P7D");
    }
}
