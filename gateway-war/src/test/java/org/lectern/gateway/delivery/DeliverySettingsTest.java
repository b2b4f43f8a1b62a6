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
        assertThat(new DeliverySettings(GivenSettings.of("lectern.delivery.hand-over-mib=3")).handOverBytes())
                .isEqualTo(3 << 20);
        assertThat(new DeliverySettings(GivenSettings.of()).handOverBytes()).isEqualTo(48 << 20);
    }

    @Test
    void namesAWrongValueAndWhatIsAllowed() {
        assertThat(GivenSettings.wrongIn(DeliverySettings::new, "lectern.delivery.workers=many"))
                .containsExactly("lectern.delivery.workers: found 'many', allowed: a whole number from 1 to 64");
        assertThat(GivenSettings.wrongIn(DeliverySettings::new, "lectern.delivery.hand-over-mib=48MiB"))
                .containsExactly(
                        "lectern.delivery.hand-over-mib: found '48MiB', allowed: a whole number from 0 to 1024");
    }
}
