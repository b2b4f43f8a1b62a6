package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;

class CookieBindingTest {
    private final LoginStarted started = new PracticeTool(PracticePlatform.practice()).start();

    @Test
    void leavesTheSecretInAPartitionedHostCookie() {
        String header = CookieBinding.header(started, Duration.ofMinutes(10));
        assertThat(List.of(header.split("; ")))
                .containsExactlyInAnyOrder(
                        CookieBinding.name(started.state()) + "=" + started.bindingSecret(),
                        "Path=/",
                        "Max-Age=600",
                        "Secure",
                        "HttpOnly",
                        "SameSite=None",
                        "Partitioned");
        assertThat(header).startsWith("__Host-lti_").doesNotContain(started.state());
    }

    @Test
    void takesTheCookieBackUnderTheSameName() {
        assertThat(CookieBinding.removal(started.state()))
                .startsWith(CookieBinding.name(started.state()) + "=; Max-Age=0;")
                .contains("Partitioned", "Path=/", "Secure");
    }
}
