package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class DeliverySettingsTest {

    @Test
    void readsWhatIsSetOrTakesTheDefault() {
        assertThat(new DeliverySettings(GivenSettings.of("lectern.delivery.workers=5")).workers())
                .isEqualTo(5);
        assertThat(new DeliverySettings(GivenSettings.of()).workers()).isEqualTo(16);
    }

    @Test
    void namesAWrongValueAndWhatIsAllowed() {
        assertThat(GivenSettings.wrongIn(DeliverySettings::new, "lectern.delivery.workers=many"))
                .containsExactly("lectern.delivery.workers: found 'many', allowed: a whole number from 1 to 64");
    }
}
