package org.lectern.lti.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.Refusals.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.refusal.LaunchRejected;

class LoginInitiationTest {

    private static Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new HashMap<>();
        parameters.put("iss", List.of("https://lms.example.edu"));
        parameters.put("login_hint", List.of("12345"));
        parameters.put("target_link_uri", List.of("https://tool.example.edu/lti/launch"));
        return parameters;
    }

    private static LoginInitiation with(String name, String... values) {
        Map<String, List<String>> parameters = parameters();
        parameters.put(name, List.of(values));
        return LoginInitiation.of(parameters);
    }

    @Test
    void needsOnlyIssuerHintAndTarget() {
        LoginInitiation asked = LoginInitiation.of(parameters());
        assertThat(asked.issuer()).isEqualTo("https://lms.example.edu");
        assertThat(asked.clientId()).isEmpty();
        assertThat(asked.deploymentId()).isEmpty();
        assertThat(asked.messageHint()).isEmpty();
        assertThat(asked.storageTarget()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "login_hint", "target_link_uri"})
    void refusesLoginWithoutARequiredParameter(String name) {
        Map<String, List<String>> parameters = parameters();
        parameters.remove(name);
        LaunchRejected absent = refused("login.parameter_missing", () -> LoginInitiation.of(parameters));
        assertThat(absent.detail()).contains(name);
        refused("login.parameter_missing", () -> with(name, " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "login_hint",
                "target_link_uri",
                "lti_message_hint",
                "client_id",
                "lti_deployment_id",
                "deployment_id",
                "lti_storage_target"
            })
    void refusesRepeatedOrEndlessParameters(String name) {
        refused("login.parameter_repeated", () -> with(name, "a", "a"));
        refused("login.parameter_invalid", () -> with(name, "x".repeat(10_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "target_link_uri", "client_id", "lti_deployment_id", "lti_storage_target"})
    void refusesControlCharactersInWhatIsNotOpaque(String name) {
        refused("login.parameter_invalid", () -> with(name, "a\r\nb"));
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(with("canvas_region", "us-east-1", "again")).isEqualTo(LoginInitiation.of(parameters()));
    }

    @Test
    void takesCanvasOldNameForTheDeploymentIfTheNewOneIsAbsent() {
        assertThat(with("deployment_id", "9:abc").deploymentId()).contains("9:abc");
        Map<String, List<String>> both = parameters();
        both.put("deployment_id", List.of("old"));
        both.put("lti_deployment_id", List.of("new"));
        assertThat(LoginInitiation.of(both).deploymentId()).contains("new");
    }

    @Test
    void keepsHintsOutOfItsText() {
        assertThat(with("login_hint", "jane@example.org").toString()).doesNotContain("jane");
    }

    @Property(tries = 300)
    void anyParametersAreReadOrRefusedByName(@ForAll Map<String, List<String>> parameters) {
        Map<String, List<String>> mixed = parameters();
        List<String> names = List.copyOf(mixed.keySet());
        int at = 0;
        for (List<String> values : parameters.values()) {
            mixed.put(names.get(at++ % names.size()), values);
        }
        try {
            assertThat(LoginInitiation.of(mixed).issuer()).isNotBlank();
        } catch (LaunchRejected refused) {
            assertThat(refused.refusal().code()).startsWith("login.parameter_");
        }
    }
}
