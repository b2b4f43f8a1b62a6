package org.lectern.lti.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RegistrationRefusalTest {

    @Test
    void everyRefusalHasANameOfItsOwnASentenceAndARemedy() {
        assertThat(Arrays.stream(RegistrationRefusal.values()).map(RegistrationRefusal::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z_]+\\.[a-z_]+"));
        assertThat(RegistrationRefusal.values()).allSatisfy(refusal -> {
            assertThat(refusal.sentence()).endsWith(".").doesNotContain("!");
            assertThat(refusal.remedy()).endsWith(".").doesNotContain("!");
        });
    }
}
