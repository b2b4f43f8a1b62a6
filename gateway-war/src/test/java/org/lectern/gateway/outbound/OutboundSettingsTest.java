package org.lectern.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class OutboundSettingsTest {

    @Test
    void readsWhatIsSetAndTakesDefaultsForTheRest() {
        OutboundSettings settings = new OutboundSettings(
                GivenSettings.of("lectern.allow-private-addresses=true", "lectern.outbound.connections=9"));

        assertThat(settings.allowPrivate()).isTrue();
        assertThat(settings.connections()).isEqualTo(9);
        assertThat(settings.perHost()).isEqualTo(16);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(GivenSettings.wrongIn(
                        OutboundSettings::new,
                        "lectern.outbound.connections=0",
                        "lectern.outbound.connections-per-host=few",
                        "lectern.version=a b"))
                .containsExactly(
                        "lectern.outbound.connections: found '0', allowed: a whole number from 1 to 4096",
                        "lectern.outbound.connections-per-host: found 'few', allowed: a whole number from 1 to 1024",
                        "lectern.version: found 'a b', allowed: 1 to 40 letters, digits, '.', '-' and '_'");
    }
}
