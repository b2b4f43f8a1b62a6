package org.lectern.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformRegistrationTest {

    private static PlatformRegistration with(
            String issuer, String clientId, Set<String> deployments, String keySetUrl) {
        return new PlatformRegistration(
                "acme/lms",
                issuer,
                clientId,
                deployments,
                URI.create("https://lms.example.edu/auth"),
                URI.create("https://lms.example.edu/token"),
                "https://lms.example.edu/token",
                URI.create(keySetUrl));
    }

    private static PlatformRegistration at(String keySetUrl) {
        return with("https://lms.example.edu", "client-1", Set.of("1"), keySetUrl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lms.example.edu/jwks",
                "http://127.0.0.1.example.edu/jwks",
                "http://10.0.0.1/jwks",
                "ftp://lms.example.edu/jwks",
                "https://user:password@lms.example.edu/jwks",
                "https://lms.example.edu/jwks#part",
                "/jwks",
                "https:///jwks"
            })
    void refusesAddressesThatCannotBeTrusted(String url) {
        assertThatThrownBy(() -> at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key set URL")
                .hasMessageNotContaining("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/jwks",
                "http://127.0.0.1/jwks",
                "http://[::1]:1/jwks",
                "http://a.localhost/"
            })
    void allowsPlainHttpOnThisMachine(String url) {
        assertThat(at(url).jwksUrl()).hasToString(url);
    }

    @Test
    void refusesNamesThatAreBlankOrEndlessOrHaveControlCharacters() {
        String url = "https://lms.example.edu/jwks";
        for (String bad : new String[] {null, "", " ", "a\nb", "x".repeat(2000)}) {
            assertThatThrownBy(() -> with(bad, "client-1", Set.of(), url)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> with("https://lms.example.edu", bad, Set.of(), url))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> with("https://lms.example.edu", "client-1", Set.of(""), url))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayStillWaitForItsFirstDeployment() {
        assertThat(with("https://lms.example.edu", "client-1", Set.of(), "https://lms.example.edu/jwks")
                        .deploymentIds())
                .isEmpty();
    }

    @Test
    void knowsItsOriginAsBrowsersWriteIt() {
        assertThat(at("https://lms.example.edu/jwks").origin()).hasToString("https://lms.example.edu");
        assertThat(WebOrigin.of(URI.create("HTTP://Localhost:80/x"))).hasToString("Optional[http://localhost]");
        assertThat(WebOrigin.of(URI.create("https://a.example:8443"))).hasToString("Optional[https://a.example:8443]");
        assertThat(WebOrigin.of(URI.create("https://a.example:443")))
                .isEqualTo(WebOrigin.of(URI.create("https://A.example")));
    }
}
