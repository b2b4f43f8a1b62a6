package org.lectern.lti.deeplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.PracticeDeepLinking.CLAIM;
import static org.lectern.lti.practice.PracticeDeepLinking.aDeepLinkingRequest;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.launch.MessageType;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;

/** The deep linking part of the certification suite (LTI Advantage Conformance Certification Guide §6.2), in its order. */
@DisplayName("D3 Deep linking")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeepLinkingCertificationTest {
    private static final ToolKeys KEYS = ToolKeys.generate(Instant.parse("2026-11-01T00:00:00Z"), new SecureRandom());
    private static final String LTI = LaunchBuilder.LTI;

    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(
            platform,
            LaunchSettings.of(PracticeTool.LAUNCH_URL).accepting(EnumSet.allOf(MessageType.class)),
            platform.registration());

    @Test
    @Order(1)
    @DisplayName("1 request sent")
    void requestSent() {
        Launch launch = request();
        assertThat(launch.messageType()).isEqualTo(MessageType.DEEP_LINKING);
        assertThat(launch.resourceLink()).isEmpty();
        assertThat(launch.deepLinking()).hasValueSatisfying(settings -> {
            assertThat(settings.returnUrl()).hasToString("https://lms.example.edu/content?course=1&key=a%20b");
            assertThat(settings.acceptsResourceLinks()).isTrue();
            assertThat(settings.acceptMultiple()).isTrue();
        });
    }

    @Test
    @Order(2)
    @DisplayName("2 response received")
    void responseReceived() throws Exception {
        assertThat(SignedJWT.parse(response()).getHeader().toJSONObject())
                .containsOnlyKeys("alg", "typ", "kid")
                .containsEntry("alg", "RS256");
    }

    @Test
    @Order(3)
    @DisplayName("3 it is a deep linking response")
    void itIsADeepLinkingResponse() throws Exception {
        assertThat(claims().getStringClaim(LTI + "message_type")).isEqualTo("LtiDeepLinkingResponse");
    }

    @Test
    @Order(4)
    @DisplayName("4 timestamps")
    void timestamps() throws Exception {
        Instant now = tool.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        assertThat(claims().getIssueTime()).isEqualTo(now);
        assertThat(claims().getExpirationTime()).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(300));
    }

    @Test
    @Order(5)
    @DisplayName("5 signature verifies with key from our JWKS")
    void signatureVerifiesWithKeyFromOurJwks() throws Exception {
        SignedJWT response = SignedJWT.parse(response());
        JWSVerifier verifier = new RSASSAVerifier(JWKSet.parse(KEYS.publicJwks())
                .getKeyByKeyId(response.getHeader().getKeyID())
                .toRSAKey());
        assertThat(response.verify(verifier)).isTrue();
    }

    @Test
    @Order(6)
    @DisplayName("6 required claims (echo data, deployment id, version, message type)")
    void requiredClaims() throws Exception {
        JWTClaimsSet claims = claims();
        assertThat(claims.getIssuer()).isEqualTo("client-1");
        assertThat(claims.getAudience()).containsExactly("https://lms.example.edu");
        assertThat(claims.getStringClaim("nonce")).isNotBlank();
        assertThat(claims.getStringClaim(LTI + "deployment_id")).isEqualTo("deployment-1");
        assertThat(claims.getStringClaim(LTI + "version")).isEqualTo("1.3.0");
        assertThat(claims.getStringClaim(CLAIM + "data")).isEqualTo("csrf:7 \u00fc\u2713 \"quoted\" \\ /");
    }

    @Test
    @Order(7)
    @DisplayName("7 values affirmed by the tester")
    void valuesAffirmedByTheTester() throws Exception {
        assertThat(claims().getListClaim(CLAIM + "content_items"))
                .asString()
                .contains("ltiResourceLink", "https://tool.example.edu/lti/launch", "Lecture 1", "media=intro")
                .contains("scoreMaximum=100");
        assertThat(SignedJWT.parse(response()).getPayload().toString()).doesNotContain("null");
    }

    @Test
    @Order(8)
    @DisplayName("then a core launch of the passed link")
    void thenACoreLaunchOfThePassedLink() {
        Launch launch = tool.launch(LaunchBuilder.aLaunch()
                        .withLti("custom", Map.of("media", "intro", "grade", "share"))
                        .withLti("resource_link", Map.of("id", "made-by-deep-linking", "title", "Lecture 1")))
                .launch();
        assertThat(launch.custom()).containsEntry("media", "intro").containsEntry("grade", "share");
        assertThat(launch.deepLinking()).isEmpty();
    }

    private Launch request() {
        return tool.launch(aDeepLinkingRequest()).launch();
    }

    private JWTClaimsSet claims() throws Exception {
        return SignedJWT.parse(response()).getJWTClaimsSet();
    }

    private String response() {
        Launch launch = request();
        ResourceLinkItem item = ResourceLinkItem.to(PracticeTool.LAUNCH_URL)
                .titled("Lecture 1")
                .icon(new Picture(URI.create("https://tool.example.edu/lti/icon.png"), 128, 128))
                .carrying("media", "intro")
                .graded(new NewLineItem(
                        "Lecture 1", BigDecimal.valueOf(100), Optional.of("intro"), Optional.of("share")));
        return DeepLinkingResponse.of(
                        launch.registration(),
                        launch.deploymentId(),
                        launch.deepLinking().orElseThrow(),
                        List.of(item))
                .signed(KEYS, tool.clock().instant(), new SecureRandom());
    }
}
