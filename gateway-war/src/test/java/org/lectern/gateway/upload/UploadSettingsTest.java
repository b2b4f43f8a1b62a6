package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.start.GivenSettings;

class UploadSettingsTest {

    @Test
    void takesDefaultsForWhatIsNotSet() {
        UploadSettings settings = new UploadSettings(GivenSettings.of("lectern.tenants=acme"));
        assertThat(settings.keep()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.policy(new TenantId("acme"))).isEqualTo(UploadPolicy.DEFAULT);
        assertThat(settings.policy(new TenantId("later"))).isEqualTo(UploadPolicy.DEFAULT);
        assertThat(settings.capture(new TenantId("acme"))).isEmpty();
    }

    @Test
    void readsWhatAnInstitutionWants() {
        UploadSettings settings = new UploadSettings(GivenSettings.of(
                "lectern.tenants=acme,umbrella",
                "lectern.tenant.acme.upload.max-bytes=500MiB",
                "lectern.tenant.acme.upload.types=video/mp4",
                "lectern.tenant.acme.upload.by=everybody"));
        assertThat(settings.policy(new TenantId("acme")))
                .isEqualTo(new UploadPolicy(500L << 20, Set.of("video/mp4"), UploadPolicy.By.EVERYBODY));
        assertThat(settings.policy(new TenantId("umbrella"))).isEqualTo(UploadPolicy.DEFAULT);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(GivenSettings.wrongIn(
                        UploadSettings::new,
                        "lectern.tenants=acme",
                        "lectern.tenant.acme.upload.max-bytes=much",
                        "lectern.tenant.acme.upload.types=text/html",
                        "lectern.tenant.acme.upload.by=cats",
                        "lectern.upload.keep=PT1S"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "capture", "file:///etc/passwd"
            })
    void opensNothingThatRunsHere(String address) {
        assertThat(GivenSettings.wrongIn(
                        UploadSettings::new, "lectern.tenants=acme", "lectern.tenant.acme.capture.url=" + address))
                .hasSize(1);
    }
}
