package org.lectern.lti.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.lti.practice.PracticeTool.LAUNCH_URL;
import static org.lectern.lti.practice.PracticeTool.query;
import static org.lectern.lti.practice.Refusals.refused;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.PlatformRegistration;

class ThirdPartyLoginTest {
    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(platform);

    @Test
    void sendsTheAuthenticationRequestOfTheStandard() {
        LoginStarted started = tool.start();
        assertThat(started.redirect().toString()).startsWith("https://lms.example.edu/auth?");
        assertThat(query(started.redirect()))
                .containsEntry("scope", "openid")
                .containsEntry("response_type", "id_token")
                .containsEntry("response_mode", "form_post")
                .containsEntry("prompt", "none")
                .containsEntry("client_id", "client-1")
                .containsEntry("redirect_uri", LAUNCH_URL.toString())
                .containsEntry("login_hint", "hint-1")
                .containsEntry("state", started.state())
                .containsKey("nonce")
                .doesNotContainKey("lti_storage_target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cmid\":3,\"launchid\":\"ltilaunch2_1\"}", "a+b c%20d&e=f#g", "ünïcödé €", "\n", ""})
    void givesHintsBackByteForByte(String hint) {
        LoginStarted started = tool.start(Map.of("lti_message_hint", hint));
        assertThat(query(started.redirect())).containsEntry("lti_message_hint", hint);
        assertThat(started.redirect().getRawQuery()).doesNotContain("+");
    }

    @Test
    void keepsOnlyHashesOfThreeSeparateSecrets() {
        LoginStarted started = tool.start();
        String nonce = query(started.redirect()).get("nonce");
        assertThat(Set.of(started.state(), nonce, started.bindingSecret()))
                .hasSize(3)
                .allMatch(it -> it.length() == 43);
        PendingLogin row = tool.logins().find(SecretHash.of(started.state())).orElseThrow();
        assertThat(row).isEqualTo(started.pending());
        assertThat(row.nonceHash()).isEqualTo(SecretHash.of(nonce));
        assertThat(row.bindingHash()).isEqualTo(SecretHash.of(started.bindingSecret()));
        assertThat(row.toString()).doesNotContain(started.state(), nonce, started.bindingSecret());
        assertThat(row.expires()).isEqualTo(row.created().plus(Duration.ofMinutes(10)));
        assertThat(started.redirect().toString()).doesNotContain(started.bindingSecret());
    }

    @Test
    void makesNewSecretsForEveryLogin() {
        assertThat(tool.start().state()).isNotEqualTo(tool.start().state());
    }

    @Test
    void keepsTheStorageTargetSinceSomePlatformsNameItOnlyOnce() {
        LoginStarted started = tool.start(Map.of("lti_storage_target", "post_message_forwarding"));
        assertThat(query(started.redirect())).containsEntry("lti_storage_target", "post_message_forwarding");
        assertThat(PlatformStorage.of(started)).hasValueSatisfying(storage -> {
            assertThat(storage.frame()).isEqualTo("post_message_forwarding");
            assertThat(storage.origin()).hasToString("https://lms.example.edu");
        });
        assertThat(PlatformStorage.of(tool.start())).isEmpty();
    }

    @Test
    void keepsParametersThatTheAuthorizationUrlAlreadyHas() {
        for (String url :
                List.of("https://lms.example.edu/auth?tenant=a%20b", "https://lms.example.edu/auth?tenant=a%20b&")) {
            PracticeTool special = new PracticeTool(
                    platform, LaunchSettings.of(LAUNCH_URL), at("acme/practice", "client-1", url, "deployment-1"));
            assertThat(special.start().redirect().toString())
                    .startsWith("https://lms.example.edu/auth?tenant=a%20b&scope=openid&");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/",
                "http://tool.example.edu/lti/launch",
                "https://tool.example.edu:444/",
                "https://x@tool.example.edu/",
                "//tool.example.edu/",
                "not an address",
                "mailto:a@tool.example.edu"
            })
    void refusesTargetsThatAreNotOurs(String target) {
        LaunchRejected rejected = refused("login.target_foreign", () -> tool.start(Map.of("target_link_uri", target)));
        assertThat(rejected.registrationId()).contains("acme/practice");
    }

    @Test
    void refusesUnknownPlatforms() {
        refused("login.registration_unknown", () -> tool.start(Map.of("iss", "https://lms.example.edu/")));
        refused("login.registration_unknown", () -> tool.start(Map.of("client_id", "client-2")));
    }

    @Test
    void findsAPlatformThatDoesNotTellItsClientIdIfThereIsOnlyOne() {
        assertThat(tool.start(Map.of("client_id", "")).pending().clientId()).isEqualTo("client-1");
    }

    @Test
    void refusesToGuessBetweenClientIds() {
        PracticeTool two = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                at("acme/lms", "client-1", "https://lms.example.edu/auth", "d-1"),
                at("umbrella/lms", "client-2", "https://lms.example.edu/auth", "d-2"));
        refused("login.registration_ambiguous", () -> two.start(Map.of("client_id", "")));
        refused(
                "login.registration_ambiguous",
                () -> two.start(Map.of("client_id", "", "lti_deployment_id", "d-unknown")));
        assertThat(two.start(Map.of("client_id", "", "lti_deployment_id", "d-2"))
                        .pending()
                        .clientId())
                .isEqualTo("client-2");
    }

    @Test
    void refusesToGuessBetweenEndpoints() {
        PracticeTool two = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                at("acme/lms", "client-1", "https://lms.example.edu/auth", "d-1"),
                at("umbrella/lms", "client-1", "https://lms.umbrella.example/auth", "d-2"));
        refused("login.registration_ambiguous", two::start);
        assertThat(two.start(Map.of("lti_deployment_id", "d-2")).redirect()).hasHost("lms.umbrella.example");
    }

    @Test
    void startsLoginsOfSharedClientIdsWithoutKnowingTheTenant() {
        PracticeTool shared = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                platform.registration("acme/lms", "d-1"),
                platform.registration("umbrella/lms", "d-2"));
        assertThat(shared.start().pending().clientId()).isEqualTo("client-1");
    }

    @Test
    void startsLoginsOfDeploymentsThatAreNotApprovedYet() {
        assertThat(tool.start(Map.of("lti_deployment_id", "new")).pending().deploymentHint())
                .contains("new");
    }

    @Test
    void checksItsSettings() {
        assertThatThrownBy(() -> new LoginSettings(LAUNCH_URL, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoginSettings(LAUNCH_URL, Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LoginSettings.of(URI.create("/lti/launch")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PlatformRegistration at(String id, String clientId, String authorizationUrl, String deployment) {
        PlatformRegistration plain = platform.registration();
        return new PlatformRegistration(
                id,
                plain.issuer(),
                clientId,
                Set.of(deployment),
                URI.create(authorizationUrl),
                plain.tokenUrl(),
                plain.tokenAudience(),
                plain.jwksUrl());
    }
}
