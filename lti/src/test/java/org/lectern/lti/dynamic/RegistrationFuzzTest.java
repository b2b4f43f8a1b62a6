package org.lectern.lti.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lectern.lti.registration.WebOrigin;

/** Whatever a platform says about itself or to a registration, it is understood or refused by name. */
class RegistrationFuzzTest {
    private static final OpenIdConfiguration PLATFORM = new PracticeRegistrar().read();

    @FuzzTest(maxDuration = "2m")
    void readsAConfigurationOrRefusesItByName(byte[] input) {
        try {
            OpenIdConfiguration read = OpenIdConfiguration.read(PracticeRegistrar.ADDRESS, answer(input));
            assertThat(WebOrigin.of(read.registrationEndpoint())).isPresent();
            assertThat(read.issuer()).isNotBlank();
        } catch (RegistrationRefused named) {
            assertSound(named);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void readsARegistrationOrRefusesItByName(byte[] input) {
        try {
            ClientRegistration read = ClientRegistration.read(PLATFORM, answer(input));
            assertThat(read.clientId()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        } catch (RegistrationRefused named) {
            assertSound(named);
        }
    }

    private static void assertSound(RegistrationRefused named) {
        assertThat(named.refusal().code()).isNotBlank();
        assertThat(named.detail()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(named.words().orElse("")).hasSizeLessThan(5000).doesNotContainPattern("\\p{Cntrl}");
    }

    /** The first line is the status, the rest the body. */
    private static PlatformAnswer answer(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        Optional<Integer> status = Optional.of(text)
                .filter(whole -> end == 3 && whole.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(whole -> Integer.valueOf(whole.substring(0, end)));
        return new PlatformAnswer(status.orElse(200), text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    }
}
