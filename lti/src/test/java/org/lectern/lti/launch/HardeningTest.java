package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.lectern.lti.practice.LaunchBuilder.LTI;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;
import static org.lectern.lti.practice.PracticeTool.LAUNCH_URL;
import static org.lectern.lti.practice.Refusals.refused;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.PlatformRegistration;

/** Attacks and accidents that the certification suite does not try. */
class HardeningTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"practice-1\"}";

    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(platform);

    // state

    @Test
    void refusesUnknownStateWithoutFetchingAnything() {
        LoginStarted real = tool.start();
        LoginStarted invented = new LoginStarted(real.redirect(), "invented", real.bindingSecret(), real.pending());
        refused("state.unknown", () -> tool.verify(invented, token(real, aLaunch())));
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void refusesStateThatIsTooLongWithoutLookingForIt() {
        LoginStarted real = tool.start();
        LoginStarted endless = new LoginStarted(real.redirect(), "s".repeat(257), real.bindingSecret(), real.pending());
        refused("state.unknown", () -> tool.verify(endless, token(real, aLaunch())));
    }

    @Test
    void refusesLaunchWithoutState() {
        LoginStarted started = tool.start();
        LaunchRequest request = new LaunchRequest(
                Optional.of(token(started, aLaunch())), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        refused("state.missing", () -> tool.verifier().verify(request));
    }

    @Test
    void refusesExpiredState() {
        LoginStarted started = tool.start();
        tool.clock().pass(Duration.ofMinutes(10));
        LaunchRejected rejected = refused("state.expired", () -> tool.verify(started, token(started, aLaunch())));
        assertThat(rejected.registrationId()).contains("acme/practice");
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void refusesStateThatWasUsedBefore() {
        LoginStarted started = tool.start();
        VerifiedLaunch first = tool.verify(started, token(started, aLaunch()));
        assertThat(tool.logins().consume(first.login().stateHash(), tool.clock().instant()))
                .isTrue();
        refused("state.used", () -> tool.verify(started, token(started, aLaunch())));
    }

    @Test
    void leavesConsumingToTheHost() {
        LoginStarted started = tool.start();
        tool.verify(started, token(started, aLaunch()));
        assertThat(tool.logins()
                        .consume(started.pending().stateHash(), tool.clock().instant()))
                .isTrue();
    }

    // browser binding

    @Test
    void refusesLaunchOfABrowserWithoutBinding() {
        LoginStarted started = tool.start();
        LaunchRequest request = new LaunchRequest(
                Optional.of(token(started, aLaunch())),
                Optional.of(started.state()),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        refused("binding.missing", () -> tool.verifier().verify(request));
        refused("binding.missing", () -> tool.verifier().verify(request.boundBy("")));
        VerifiedLaunch verified = tool.verifier().verify(request.boundBy(started.bindingSecret()));
        assertThat(verified.launch().subject()).isEqualTo("student-1");
        assertThat(verified.carrier()).isEqualTo(BindingCarrier.STORAGE);
    }

    @Test
    void believesTheCookieBeforeThePlatformsStorage() {
        LoginStarted started = tool.start();
        LaunchRequest both =
                PracticeTool.request(started, token(started, aLaunch())).boundBy("something else");
        assertThat(tool.verifier().verify(both).carrier()).isEqualTo(BindingCarrier.COOKIE);
    }

    @Test
    void refusesLaunchThatWasStartedInAnotherBrowser() {
        LoginStarted attackers = tool.start();
        LoginStarted victims = tool.start();
        LaunchRequest forged = new LaunchRequest(
                        Optional.of(token(attackers, aLaunch())),
                        Optional.of(attackers.state()),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(CookieBinding.name(victims.state()), victims.bindingSecret()))
                .boundBy(victims.bindingSecret());
        refused("binding.wrong", () -> tool.verifier().verify(forged));
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void keepsLaunchesInTwoTabsApart() {
        LoginStarted one = tool.start();
        LoginStarted other = tool.start();
        Map<String, String> cookies = Map.of(
                CookieBinding.name(one.state()), one.bindingSecret(),
                CookieBinding.name(other.state()), other.bindingSecret());
        for (LoginStarted started : List.of(one, other)) {
            LaunchRequest request = new LaunchRequest(
                    Optional.of(token(started, aLaunch())),
                    Optional.of(started.state()),
                    Optional.empty(),
                    Optional.empty(),
                    cookies);
            assertThat(tool.verifier().verify(request).launch().subject()).isEqualTo("student-1");
        }
    }

    @Test
    void tellsThePageWhereThePlatformKeepsItsSecret() {
        LoginStarted started = tool.start(Map.of("lti_storage_target", "_parent"));
        LaunchRequest request = PracticeTool.request(started, token(started, aLaunch()));
        assertThat(tool.verifier().storage(request)).hasValueSatisfying(storage -> {
            assertThat(storage.frame()).isEqualTo("_parent");
            assertThat(storage.origin()).hasToString("https://lms.example.edu");
            assertThat(storage.key()).doesNotContain(started.state());
        });
    }

    // the platform's own errors

    @Test
    void namesThePlatformsRefusalInCleanWords() {
        LoginStarted started = tool.start();
        LaunchRequest request = new LaunchRequest(
                Optional.empty(),
                Optional.of(started.state()),
                Optional.of("login_required\r\nInjected: yes"),
                Optional.of("No session for <b>jane@example.org</b>\u0000"),
                Map.of());
        LaunchRejected rejected =
                refused("platform.error", () -> tool.verifier().verify(request));
        assertThat(rejected.detail())
                .startsWith("login_required")
                .contains("No session for")
                .doesNotContain("jane", "<", "\r", "\n", "\u0000");
        assertThat(rejected.refusal().tryAgain()).isTrue();
    }

    @Test
    void refusesErrorForALoginThatWasNeverStarted() {
        LaunchRequest request = new LaunchRequest(
                Optional.empty(), Optional.of("nobody"), Optional.of("login_required"), Optional.empty(), Map.of());
        refused("state.unknown", () -> tool.verifier().verify(request));
    }

    @Test
    void refusesFormWithNeitherTokenNorErrorOrWithRepeatedFields() {
        refused("request.malformed", () -> tool.verifier().verify(LaunchRequest.of(Map.of(), Map.of())));
        refused(
                "request.malformed",
                () -> LaunchRequest.of(Map.of("state", List.of("a", "b"), "id_token", List.of("t")), Map.of()));
    }

    // shape, header and signature

    @Test
    void refusesTokenThatIsTooLargeBeforeAnythingElse() {
        LoginStarted started = tool.start();
        refused("jwt.too_large", () -> tool.verify(started, "a".repeat(32 * 1024 + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b",
                "a.b.c.d.e",
                "..",
                "a b.c.d",
                "e30=.e30.c2ln",
                "e30.e30.c2ln",
                "W10.e30.c2ln",
                "bnVsbA.e30.c2ln",
                "gICA.e30.c2ln"
            })
    void refusesWhatIsNoToken(String text) {
        LoginStarted started = tool.start();
        refused("jwt.malformed", () -> tool.verify(started, text));
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void refusesUnsignedToken() {
        LoginStarted started = tool.start();
        Map<String, Object> claims = claims(started, aLaunch());
        String none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"practice-1\"}") + "."
                + Base64URL.encode(JSONObjectUtils.toJSONString(claims)) + ".";
        refused("jwt.alg_forbidden", () -> tool.verify(started, none));
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void refusesTokenSignedWithThePublicKeyAsASharedSecret() throws GeneralSecurityException {
        LoginStarted started = tool.start();
        String signed = Base64URL.encode("{\"alg\":\"HS256\",\"kid\":\"practice-1\"}") + "."
                + Base64URL.encode(JSONObjectUtils.toJSONString(claims(started, aLaunch())));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(platform.keySet().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String token = signed + "." + Base64URL.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        refused("jwt.alg_forbidden", () -> tool.verify(started, token));
        assertThat(tool.fetches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS512", "ES256", "PS256", "rs256", "HS512", "None"})
    void refusesEveryAlgorithmButRs256(String algorithm) {
        refusedWithHeader("jwt.alg_forbidden", Map.of("alg", algorithm, "kid", "practice-1"));
    }

    @Test
    void refusesSignatureOfAnotherKeyUnderAKnownName() {
        LoginStarted started = tool.start();
        PracticePlatform forger = platform.signingWith(PracticeKeys.number(2));
        String token = forger.sign(Map.of("alg", "RS256", "kid", "practice-1"), claims(started, aLaunch()));
        refused("jwt.signature_wrong", () -> tool.verify(started, token));
    }

    @Test
    void refusesTokenWhoseClaimsWereChangedAfterSigning() {
        LoginStarted started = tool.start();
        String[] parts = token(started, aLaunch()).split("\\.");
        String raised = JSONObjectUtils.toJSONString(claims(started, aLaunch().with("sub", "teacher-1")));
        String token = parts[0] + "." + Base64URL.encode(raised) + "." + parts[2];
        refused("jwt.signature_wrong", () -> tool.verify(started, token));
    }

    @Test
    void neverUsesKeysThatTheTokenBringsAlong() {
        LoginStarted started = tool.start();
        PracticePlatform forger = platform.signingWith(PracticeKeys.number(2));
        Map<String, Object> header = Map.of(
                "alg", "RS256",
                "kid", "practice-1",
                "jwk", PracticeKeys.number(2).toPublicJWK().toJSONObject(),
                "jku", "https://evil.example.com/jwks",
                "x5u", "https://evil.example.com/cert");
        refused("jwt.signature_wrong", () -> tool.verify(started, forger.sign(header, claims(started, aLaunch()))));
        assertThat(tool.fetches()).isEqualTo(1);
    }

    @Test
    void refusesHeaderFieldsThatChangeWhatIsSigned() {
        for (Map.Entry<String, Object> field : Map.<String, Object>of(
                        "crit", List.of("exp"), "b64", false, "zip", "DEF")
                .entrySet()) {
            Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "practice-1"));
            header.put(field.getKey(), field.getValue());
            refusedWithHeader("jwt.header_forbidden", header);
        }
    }

    @Test
    void refusesKeyNamesThatAreNoNames() {
        refusedWithHeader("jwt.kid_invalid", Map.of("alg", "RS256", "kid", "k".repeat(129)));
        refusedWithHeader("jwt.kid_invalid", Map.of("alg", "RS256", "kid", "a\nb"));
        refusedWithHeader("jwt.kid_invalid", Map.of("alg", "RS256", "kid", 7));
        refusedWithHeader("jwt.kid_missing", Map.of("alg", "RS256", "kid", ""));
        assertThat(tool.fetches()).isZero();
    }

    @Test
    void refusesKeyOfAnotherTenantsPlatform() {
        LoginStarted started = tool.start();
        PracticePlatform umbrella = platform.signingWith(PracticeKeys.number(2));
        refused("jwt.kid_unknown", () -> tool.verify(started, umbrella.sign(claims(started, aLaunch()))));
    }

    @Test
    void refusesEncryptedToken() {
        LoginStarted started = tool.start();
        String jwe = Base64URL.encode("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}") + ".a.b.c.d";
        refused("jwt.malformed", () -> tool.verify(started, jwe));
    }

    // JSON

    @Test
    void refusesClaimThatStandsTwice() {
        refusedPayload("jwt.duplicate_claim", "{\"sub\":\"a\",\"sub\":\"b\"}");
        refusedPayload("jwt.duplicate_claim", "{\"sub\":\"a\",\"s\\u0075b\":\"b\"}");
        refusedPayload("jwt.duplicate_claim", "{\"link\":{\"id\":\"1\",\"id\":\"2\"}}");
        refusedPayload("jwt.duplicate_claim", "{\"list\":[{},{\"deep\":{\"a\\\"b\":1,\"a\\\"b\":2}}]}");
    }

    @Test
    void refusesHeaderFieldThatStandsTwice() {
        LoginStarted started = tool.start();
        String token = platform.signText("{\"alg\":\"RS256\",\"kid\":\"practice-1\",\"kid\":\"other\"}", "{}");
        refused("jwt.duplicate_claim", () -> tool.verify(started, token));
    }

    @Test
    void doesNotTakeEqualNamesInDifferentObjectsOrTextsForDuplicates() {
        tool.launch(aLaunch()
                .withLti(
                        "ext",
                        Map.of("a", List.of("id", "id", Map.of("id", "{\"id\":1,\"id\":2}")), "id", "x,\"id\":")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[\"sub\",\"a\"]]",
                "null",
                "7",
                "\"text\"",
                "",
                "{",
                "{a:1}",
                "{\"a\":1} x",
                "{} \"a\"",
                "]]",
                "{\"a\":NaN}"
            })
    void refusesPayloadThatIsNoJsonObject(String payload) {
        refusedPayload("jwt.malformed", payload);
    }

    @Test
    void refusesDeeplyNestedPayload() {
        refusedPayload("jwt.malformed", "{\"a\":" + "[".repeat(9000) + "]".repeat(9000) + "}");
    }

    // claims

    @Test
    void refusesNonceOfAnotherLogin() {
        LoginStarted one = tool.start();
        LoginStarted other = tool.start();
        refused("claim.nonce_wrong", () -> tool.verify(one, token(other, aLaunch())));
    }

    @Test
    void refusesTokenOfAFinishedLaunchInANewLogin() {
        LoginStarted first = tool.start();
        String token = token(first, aLaunch());
        tool.logins()
                .consume(
                        tool.verify(first, token).login().stateHash(),
                        tool.clock().instant());
        refused("state.used", () -> tool.verify(first, token));
        refused("claim.nonce_wrong", () -> tool.verify(tool.start(), token));
    }

    @Test
    void refusesTokenForTheClientIdOfAnotherTenantAtTheSameIssuer() {
        PracticePlatform other = platform.named(platform.issuer(), "client-2", "deployment-2");
        PracticeTool hosted = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                platform.registration(),
                other.registration("umbrella/practice", "deployment-2"));
        LoginStarted started = hosted.start();
        String token = other.idToken(
                aLaunch(), PracticeTool.nonce(started), hosted.clock().instant());
        refused("claim.audience_wrong", () -> hosted.verify(started, token));
    }

    @Test
    void refusesNonceThatIsNoText() {
        refusedLaunch("claim.malformed", aLaunch().with("nonce", 5));
    }

    @Test
    void refusesIssuerThatDiffersInASlash() {
        refusedLaunch("claim.issuer_wrong", aLaunch().with("iss", platform.issuer() + "/"));
        refusedLaunch("claim.issuer_wrong", aLaunch().with("iss", List.of(platform.issuer())));
    }

    @Test
    void refusesAudienceWithoutUs() {
        refusedLaunch("claim.audience_wrong", aLaunch().with("aud", "client-of-another-tenant"));
        refusedLaunch(
                "claim.audience_wrong", aLaunch().with("aud", List.of("a", "b")).with("azp", "client-1"));
        refusedLaunch("claim.audience_wrong", aLaunch().with("aud", List.of()));
        refusedLaunch("claim.audience_wrong", aLaunch().with("aud", Map.of("client-1", true)));
    }

    @Test
    void refusesSeveralAudiencesWithoutTheRightAzp() {
        List<String> both = List.of("client-1", "client-2");
        refusedLaunch("claim.azp_wrong", aLaunch().with("aud", both));
        refusedLaunch("claim.azp_wrong", aLaunch().with("aud", both).with("azp", "client-2"));
        refusedLaunch("claim.azp_wrong", aLaunch().with("azp", "client-2"));
    }

    @Test
    void refusesAudienceThatIsNotTrustedEvenWithTheRightAzp() {
        LaunchBuilder launch = aLaunch()
                .with("aud", List.of("client-1", "https://api.example.edu"))
                .with("azp", "client-1");
        refusedLaunch("claim.audience_wrong", launch);
        LaunchSettings plain = LaunchSettings.of(LAUNCH_URL);
        LaunchSettings trusting = new LaunchSettings(
                plain.baseUrl(),
                plain.leeway(),
                plain.maxAge(),
                plain.messageTypes(),
                Set.of("https://api.example.edu"));
        new PracticeTool(platform, trusting, platform.registration()).launch(launch);
    }

    @Test
    void acceptsOurClientIdAsOnlyEntryOfAList() {
        tool.launch(aLaunch().with("aud", List.of("client-1")).with("azp", "client-1"));
    }

    @Test
    void allowsClocksToDifferByAMinuteAndNoMore() {
        long now = tool.clock().instant().getEpochSecond();
        tool.launch(aLaunch().with("iat", now + 60).with("exp", now + 120));
        tool.launch(aLaunch().with("iat", now - 119).with("exp", now - 59));
        tool.launch(aLaunch().with("nbf", now + 60));
        refusedLaunch("jwt.from_future", aLaunch().with("iat", now + 61).with("exp", now + 120));
        refusedLaunch("jwt.expired", aLaunch().with("iat", now - 120).with("exp", now - 60));
        refusedLaunch("jwt.from_future", aLaunch().with("nbf", now + 61));
        refusedLaunch("jwt.too_old", aLaunch().with("iat", now - 661).with("exp", now + 3600));
    }

    @Test
    void requiresTimesToBeNumbers() {
        long now = tool.clock().instant().getEpochSecond();
        refusedLaunch("claim.malformed", aLaunch().with("exp", String.valueOf(now + 60)));
        refusedLaunch("claim.malformed", aLaunch().with("iat", true));
        refusedLaunch("claim.malformed", aLaunch().with("nbf", "soon"));
        refusedLaunch("claim.malformed", aLaunch().with("exp", 1e300));
        refusedLaunch("claim.malformed", aLaunch().with("iat", -1));
        tool.launch(aLaunch().with("iat", now - 0.25));
    }

    @Test
    void measuresHowFarTheClocksAreApart() {
        long now = tool.clock().instant().getEpochSecond();
        Launch launch = tool.launch(aLaunch().with("iat", now + 20)).launch();
        assertThat(launch.clockSkew()).isEqualTo(Duration.ofSeconds(-20));
        assertThat(launch.issuedAt()).isCloseTo(tool.clock().instant().plusSeconds(20), within(0, ChronoUnit.SECONDS));
    }

    @Test
    void refusesIdsThatAreTooLongOrNotAscii() {
        String endless = "x".repeat(256);
        refusedLaunch("claim.malformed", aLaunch().with("sub", endless));
        refusedLaunch("claim.malformed", aLaunch().with("sub", "jos\u00e9"));
        refusedLaunch("claim.malformed", aLaunch().with("sub", 7));
        refusedLaunch("claim.malformed", aLaunch().withLti("deployment_id", endless));
        refusedLaunch("claim.malformed", aLaunch().withLti("deployment_id", 1));
        refusedLaunch("claim.malformed", aLaunch().withLti("resource_link", Map.of("id", endless)));
        refusedLaunch("claim.sub_missing", aLaunch().with("sub", ""));
        refusedLaunch("claim.sub_missing", aLaunch().with("sub", null));
        tool.launch(aLaunch().with("sub", "x".repeat(255)));
    }

    @Test
    void refusesRolesThatAreNoList() {
        refusedLaunch("claim.malformed", aLaunch().withLti("roles", "Instructor"));
        refusedLaunch("claim.malformed", aLaunch().withLti("roles", Map.of("Instructor", true)));
        Roles roles = tool.launch(aLaunch().withLti("roles", Arrays.asList(null, 7, Map.of())))
                .launch()
                .roles();
        assertThat(roles.learner()).isTrue();
        assertThat(roles.values()).isEmpty();
    }

    @Test
    void refusesMessagesThatThisAddressDoesNotServe() {
        for (String type : List.of("LtiDeepLinkingRequest", "LtiSubmissionReviewRequest", "SomethingElse", "")) {
            refusedLaunch("claim.message_type_unsupported", aLaunch().withLti("message_type", type));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/lti/launch",
                "http://tool.example.edu/lti/launch",
                "https://tool.example.edu:8443/lti/launch",
                "https://tool.example.edu@evil.example.com/",
                "https://tool.example.edu.evil.example.com/",
                "//tool.example.edu/lti/launch",
                "/lti/launch",
                "javascript:alert(1)",
                "not an address",
                ""
            })
    void refusesTargetsThatAreNotOurs(String target) {
        refusedLaunch("target.foreign", aLaunch().withLti("target_link_uri", target));
    }

    @Test
    void acceptsOurOwnTargetsHoweverTheyAreWritten() {
        Launch launch = tool.launch(
                        aLaunch().withLti("target_link_uri", "HTTPS://Tool.example.edu:443/watch?media=intro"))
                .launch();
        assertThat(launch.targetLinkUri()).hasPath("/watch").hasQuery("media=intro");
    }

    // deployments and tenants

    @Test
    void parksUnknownDeploymentWithEverythingNeededToApproveIt() {
        LaunchRejected rejected =
                refusedLaunch("deployment.unknown", aLaunch().withLti("deployment_id", "deployment-9"));
        assertThat(rejected.registrationId()).contains("acme/practice");
        assertThat(rejected.issuer()).contains(platform.issuer());
        assertThat(rejected.clientId()).contains(platform.clientId());
        assertThat(rejected.deploymentId()).contains("deployment-9");
    }

    @Test
    void findsTheTenantOfASharedClientIdByTheVerifiedDeployment() {
        PracticeTool hosted = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                platform.registration("acme/canvas", "a-1"),
                platform.registration("umbrella/canvas", "u-1", "u-2"));
        assertThat(hosted.launch(aLaunch().withLti("deployment_id", "u-2"))
                        .launch()
                        .registration()
                        .id())
                .isEqualTo("umbrella/canvas");
        LaunchRejected unknown =
                refused("deployment.unknown", () -> hosted.launch(aLaunch().withLti("deployment_id", "x-1")));
        assertThat(unknown.registrationId()).as("no tenant is guessed").isEmpty();
    }

    @Test
    void doesNotBelieveTheDeploymentThatTheLoginNamed() {
        PracticeTool hosted = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                platform.registration("acme/canvas", "a-1"),
                platform.registration("umbrella/canvas", "u-1"));
        LoginStarted started = hosted.start(Map.of("lti_deployment_id", "u-1"));
        String token = platform.idToken(
                aLaunch().withLti("deployment_id", "a-1"),
                PracticeTool.nonce(started),
                hosted.clock().instant());
        assertThat(hosted.verify(started, token).launch().registration().id()).isEqualTo("acme/canvas");
    }

    @Test
    void refusesDeploymentOfAnotherPlatformThatBorrowsIssuerAndClientId() {
        PlatformRegistration own = platform.registration("acme/canvas", "a-1");
        PlatformRegistration selfHosted = new PlatformRegistration(
                "umbrella/canvas",
                own.issuer(),
                own.clientId(),
                Set.of("u-1"),
                URI.create("https://canvas.umbrella.example/auth"),
                own.tokenUrl(),
                own.tokenAudience(),
                URI.create("https://canvas.umbrella.example/jwks"));
        PracticeTool both = new PracticeTool(platform, LaunchSettings.of(LAUNCH_URL), own, selfHosted);
        LoginStarted started = both.start(Map.of("lti_deployment_id", "a-1"));
        String token = platform.idToken(
                aLaunch().withLti("deployment_id", "u-1"),
                PracticeTool.nonce(started),
                both.clock().instant());
        refused("deployment.unknown", () -> both.verify(started, token));
    }

    @Test
    void refusesDeploymentThatTwoTenantsClaim() {
        PracticeTool muddled = new PracticeTool(
                platform,
                LaunchSettings.of(LAUNCH_URL),
                platform.registration("acme/canvas", "a-1"),
                platform.registration("umbrella/canvas", "a-1"));
        refused("deployment.ambiguous", () -> muddled.launch(aLaunch().withLti("deployment_id", "a-1")));
    }

    // what decorates

    @Test
    void treatsUnresolvedVariablesAsAbsent() {
        Launch launch = tool.launch(aLaunch()
                        .withLti(
                                "custom",
                                mapWithNull(
                                        "good",
                                        "intro",
                                        "unset",
                                        "$No.such",
                                        "board",
                                        "@X@user.id@X@",
                                        "empty",
                                        "",
                                        "none",
                                        null,
                                        "number",
                                        7,
                                        "nested",
                                        Map.of("a", 1),
                                        "nul",
                                        "a\u0000b"))
                        .withLti(
                                "lis", Map.of("person_sourcedid", "$Person.sourcedId", "course_section_sourcedid", "")))
                .launch();
        assertThat(launch.custom())
                .containsOnly(
                        Map.entry("good", "intro"),
                        Map.entry("empty", ""),
                        Map.entry("number", "7"),
                        Map.entry("nul", "ab"));
        assertThat(launch.user().sourcedId()).isEmpty();
        assertThat(launch.course())
                .hasValueSatisfying(course -> assertThat(course.sourcedId()).isEmpty());
    }

    @Test
    void takesDecorationInAWrongFormForAbsent() {
        Launch launch = tool.launch(aLaunch()
                        .with("name", 7)
                        .with("email", List.of())
                        .withLti("context", "course")
                        .withLti("custom", List.of())
                        .withLti("launch_presentation", Map.of("return_url", "javascript:alert(1)", "locale", "en"))
                        .withLti("tool_platform", 1)
                        .with("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice", Map.of()))
                .launch();
        assertThat(launch.name()).isEmpty();
        assertThat(launch.email()).isEmpty();
        assertThat(launch.course()).isEmpty();
        assertThat(launch.custom()).isEmpty();
        assertThat(launch.presentation()).hasValueSatisfying(shown -> {
            assertThat(shown.returnUrl()).isEmpty();
            assertThat(shown.locale()).contains("en");
        });
        assertThat(launch.platform()).isEmpty();
        assertThat(launch.roster()).isEmpty();
    }

    @Test
    void cleansTextsForPeople() {
        Launch launch = tool.launch(
                        aLaunch().with("name", " Sam\u0000\n\u202eStudent ").with("given_name", "\t"))
                .launch();
        assertThat(launch.name()).contains("Sam Student");
        assertThat(launch.givenName()).isEmpty();
        String endless = "\ud83d\ude00".repeat(2000);
        Launch cut = tool.launch(aLaunch().with("name", "x" + endless)).launch();
        assertThat(cut.name())
                .hasValueSatisfying(name -> assertThat(name.length()).isEqualTo(1023));
    }

    @Test
    void saysNothingAboutPeopleOrSecretsInItsTexts() {
        LoginStarted started = tool.start();
        String token = token(started, aLaunch());
        LaunchRequest request = PracticeTool.request(started, token);
        VerifiedLaunch verified = tool.verifier().verify(request);
        for (Object text :
                List.of(started, request, verified.launch(), verified.launch().user())) {
            assertThat(text.toString())
                    .doesNotContain(
                            "Sam Student", "example.org", "student-1", token, started.state(), started.bindingSecret());
        }
    }

    @Test
    void keepsTokenTextAndPeopleOutOfRefusals() {
        for (String broken : List.of("nonce", "iss", "sub", LTI + "version", LTI + "target_link_uri")) {
            LaunchRejected rejected = catchThrowableOfType(
                    LaunchRejected.class, () -> tool.launch(aLaunch().with(broken, "Sam <sam@example.org>\u0007")));
            if (rejected != null) {
                assertThat(rejected.getMessage() + rejected.getCause()).doesNotContain("Sam", "sam@", "\u0007");
            }
        }
    }

    private static Map<String, Object> mapWithNull(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    private Map<String, Object> claims(LoginStarted started, LaunchBuilder launch) {
        return launch.claims(platform, PracticeTool.nonce(started), tool.clock().instant());
    }

    private String token(LoginStarted started, LaunchBuilder launch) {
        return platform.sign(claims(started, launch));
    }

    private LaunchRejected refusedLaunch(String code, LaunchBuilder launch) {
        return refused(code, () -> tool.launch(launch));
    }

    private void refusedWithHeader(String code, Map<String, Object> header) {
        LoginStarted started = tool.start();
        refused(code, () -> tool.verify(started, platform.sign(header, claims(started, aLaunch()))));
    }

    private void refusedPayload(String code, String payload) {
        LoginStarted started = tool.start();
        refused(code, () -> tool.verify(started, platform.signText(HEADER, payload)));
    }
}
