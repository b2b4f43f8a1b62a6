package org.lectern.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lectern.lti.refusal.LaunchRefusal;

class LaunchChecksTest {

    @Test
    void claimsEveryCheckForAnAcceptedLaunch() {
        assertThat(LaunchChecks.passed("accepted"))
                .containsExactly(
                        "form",
                        "state",
                        "answer",
                        "browser",
                        "registration",
                        "algorithm",
                        "kid",
                        "signature",
                        "claims",
                        "issuer",
                        "audience",
                        "times",
                        "nonce",
                        "version",
                        "message-type",
                        "target",
                        "deployment",
                        "message");
    }

    @Test
    void claimsNothingBehindTheRefusal() {
        assertThat(LaunchChecks.passed("jwt.kid_unknown"))
                .containsExactly("form", "state", "answer", "browser", "registration", "algorithm");
        assertThat(LaunchChecks.passed("claim.sub_missing")).endsWith("signature");
        assertThat(LaunchChecks.passed("request.malformed")).isEmpty();
        assertThat(LaunchChecks.passed("login.parameter_missing")).isEmpty();
    }

    @Test
    void knowsEveryRefusalOfALaunch() {
        assertThat(Arrays.stream(LaunchRefusal.values()).map(LaunchRefusal::code))
                .filteredOn(code -> LaunchChecks.passed(code).isEmpty())
                .allMatch(code -> code.startsWith("login.")
                        || code.equals("request.malformed")
                        || code.equals("jwt.too_large")
                        || code.equals("jwt.malformed"));
    }
}
