package org.lectern.lti.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LaunchRefusalTest {

    @Test
    void hasACodeOfItsOwnAndWordsForPeople() {
        assertThat(Arrays.stream(LaunchRefusal.values()).map(LaunchRefusal::code))
                .doesNotHaveDuplicates();
        for (LaunchRefusal refusal : LaunchRefusal.values()) {
            assertThat(refusal.code()).matches("[a-z]+\\.[a-z_]+").isEqualTo(codeOf(refusal));
            assertThat(refusal.sentence()).matches("[A-Z].{20,}\\.");
            assertThat(refusal.remedy()).matches("[A-Z].{20,}\\.");
        }
    }

    @Test
    void keepsItsCauseAndItsWordsWhenItsSourceBecomesKnown() {
        Exception cause = new IllegalStateException("cause");
        LaunchRejected plain = new LaunchRejected(LaunchRefusal.KEYS_UNAVAILABLE, "timed out", cause);
        LaunchRejected located = plain.from(LaunchSource.UNKNOWN.ofDeployment("d-1"));
        assertThat(located).hasMessage("keys.unavailable: timed out").hasCause(cause);
        assertThat(located.getStackTrace()).isEqualTo(plain.getStackTrace());
        assertThat(located.deploymentId()).contains("d-1");
        assertThat(plain.deploymentId()).isEmpty();
    }

    private static String codeOf(LaunchRefusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
