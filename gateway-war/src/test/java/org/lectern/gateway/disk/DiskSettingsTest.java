package org.lectern.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class DiskSettingsTest {

    @Test
    void readsWhatIsSetAndTakesDefaultsForTheRest() {
        assertThat(DiskSettings.read(GivenSettings.of("lectern.disk.stop-free=0")))
                .isEqualTo(new DiskSettings(2L << 30, 0));
        assertThat(DiskSettings.read(GivenSettings.of())).isEqualTo(DiskSettings.DEFAULTS);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(GivenSettings.wrongIn(
                        DiskSettings::read, "lectern.disk.warn-free=1GB", "lectern.disk.stop-free=5GiB"))
                .containsExactly("lectern.disk.warn-free: found '1GB', allowed: a size such as 200MiB or 2GiB");
        assertThat(GivenSettings.wrongIn(
                        DiskSettings::read, "lectern.disk.warn-free=lots", "lectern.disk.stop-free=-1"))
                .hasSize(2);
    }

    @Test
    void refusesALimitAboveTheWarning() {
        assertThat(GivenSettings.wrongIn(DiskSettings::read, "lectern.disk.stop-free=30GiB"))
                .containsExactly(
                        "lectern.disk.stop-free: found 30 GiB, allowed: at most lectern.disk.warn-free, which is 2048 MiB");
    }
}
