package org.lectern.lti.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lectern.lti.practice.PracticeServices.answer;
import static org.lectern.lti.practice.PracticeServices.form;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.registration.PlatformRegistration;

class AccessTokensTest {
    private static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final String ITEMS = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ToolKeys KEYS =
            ToolKeys.generate(HandWoundClock.started().instant(), RANDOM);

    private final HandWoundClock clock = HandWoundClock.started();
    private final PracticeServices platform = new PracticeServices();
    private final AccessTokens tokens = new AccessTokens(platform, KEYS::sign, clock, RANDOM);
    private final PlatformServices services = new PlatformServices(platform, tokens);
    private final PlatformRegistration registration =
            PracticePlatform.practice().registration();

    @Test
    void asksWithASignedAssertionMeantForTheRegisteredAudience() throws Exception {
        PlatformRegistration brightspace = new PlatformRegistration(
                "acme/brightspace",
                "https://school.example.edu",
                "client-7",
                Set.of("d"),
                URI.create("https://school.example.edu/auth"),
                URI.create("https://auth.example.com/core/connect/token"),
                "https://api.example.com/auth/token",
                URI.create("https://school.example.edu/jwks"));
        tokens.get(brightspace, Set.of(SCORE, ITEMS));

        ServiceRequest sent = platform.tokenRequests().get(0);
        assertThat(sent.address()).isEqualTo(brightspace.tokenUrl());
        assertThat(sent.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> form = form(sent);
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("scope", ITEMS + " " + SCORE);
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(KEYS.active().publicKey())))
                .isTrue();
        assertThat(assertion.getHeader().getKeyID()).isEqualTo(KEYS.active().kid());
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("client-7");
        assertThat(claims.getSubject()).isEqualTo("client-7");
        assertThat(claims.getAudience()).containsExactly("https://api.example.com/auth/token");
        assertThat(claims.getIssueTime()).isEqualTo(clock.instant());
        assertThat(Duration.between(clock.instant(), claims.getExpirationTime().toInstant()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(claims.getJWTID()).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void neverSignsTheSameAssertionTwice() throws Exception {
        tokens.get(registration, Set.of(SCORE));
        tokens.get(registration, Set.of(ITEMS));
        assertThat(platform.tokenRequests().stream()
                        .map(request -> form(request).get("client_assertion"))
                        .map(AccessTokensTest::jti)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() {
        AccessToken first = tokens.get(registration, Set.of(SCORE));
        clock.pass(Duration.ofMinutes(58));
        assertThat(tokens.get(registration, Set.of(SCORE))).isEqualTo(first);
        clock.pass(Duration.ofMinutes(1));
        assertThat(tokens.get(registration, Set.of(SCORE))).isNotEqualTo(first);
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void keepsTokensApartByRegistrationAndScopes() {
        PlatformRegistration neighbour = PracticePlatform.practice().registration("umbrella/practice", "deployment-1");
        tokens.get(registration, Set.of(SCORE));
        tokens.get(neighbour, Set.of(SCORE));
        tokens.get(registration, Set.of(SCORE, ITEMS));
        tokens.get(registration, Set.of(ITEMS, SCORE));
        assertThat(platform.tokenRequests()).hasSize(3);
    }

    @Test
    void letsManyCallersShareOneRequest() throws Exception {
        int many = 8;
        CountDownLatch allAsking = new CountDownLatch(many);
        platform.tokens(request -> {
            await(allAsking);
            return platform.nextToken(request);
        });
        assertThat(together(many, () -> {
                    allAsking.countDown();
                    return tokens.get(registration, Set.of(SCORE)).value();
                }))
                .containsOnly("token-1");
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @Test
    void letsManyCallersShareOneRefusalAndAsksAgainAfterSomeSeconds() throws Exception {
        platform.tokens(request -> answer(400, "{\"error\":\"invalid_client\"}"));
        together(8, () -> failure().fault());
        assertThat(platform.tokenRequests()).hasSize(1);
        clock.pass(Duration.ofSeconds(5));
        platform.tokens(platform::nextToken);
        assertThat(tokens.get(registration, Set.of(SCORE)).value()).isEqualTo("token-2");
    }

    @Test
    void asksAtOnceWhenTheRegistrationWasCorrected() {
        platform.tokens(request -> answer(404, "<html>"));
        failure();
        platform.tokens(platform::nextToken);
        PlatformRegistration corrected = new PlatformRegistration(
                registration.id(),
                registration.issuer(),
                registration.clientId(),
                registration.deploymentIds(),
                registration.authorizationUrl(),
                URI.create("https://lms.example.edu/right/token"),
                registration.tokenAudience(),
                registration.jwksUrl());
        assertThat(tokens.get(corrected, Set.of(SCORE)).value()).isEqualTo("token-2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_client\",\"error_description\":\"eyJhbGciOi\"} | token.client_refused",
                "401 | nothing of note                        | token.client_refused",
                "400 | {\"error\":\"invalid_scope\"}           | token.scope_refused",
                "400 | {\"error\" : \"\"kid\" invalid\"}       | token.refused",
                "400 | {\"error\":\"Expired token\"}           | token.refused",
                "404 | <html>fix_jwks_alg()</html>            | token.address_wrong",
                "302 | moved                                  | token.address_wrong",
                "429 | slow down                              | token.busy",
                "503 | {}                                     | token.busy",
                "500 | <html>                                 | token.failed",
                "200 | <html>signed in?</html>                | token.unusable",
                "200 | {\"access_token\":\"\"}                 | token.unusable",
                "200 | {\"access_token\":\"a b\"}              | token.unusable",
                "200 | {\"access_token\":7}                   | token.unusable",
                "200 | {\"access_token\":\"a\",\"token_type\":\"mac\"} | token.unusable",
                "200 | [\"access_token\"]                     | token.unusable",
                "200 | {\"access_token\":\"a\",\"scope\":\"https://elsewhere.example/scope\"} | token.scope_refused"
            })
    void namesWhatTheTokenEndpointRefused(int status, String body, String code) {
        platform.tokens(request -> answer(status, body));
        ServiceFailed failed = failure();
        assertThat(failed.fault().code()).isEqualTo(code);
        assertThat(failed.fault().sentence()).isNotBlank();
        assertThat(failed.fault().remedy()).isNotBlank();
        assertThat(failed.getMessage()).doesNotContain("eyJ").doesNotContain("<html>");
    }

    @Test
    void namesAnOutageAndItsCause() {
        ServiceUnreachable outage = new ServiceUnreachable("lms.example.edu: timeout", null);
        platform.tokens(request -> {
            throw outage;
        });
        ServiceFailed failed = failure();
        assertThat(failed.fault()).isEqualTo(ServiceFault.TOKEN_UNREACHABLE);
        assertThat(failed.fault().lasting()).isFalse();
        assertThat(failed).hasCause(outage).hasMessageContaining("lms.example.edu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "Sun, 22 Nov 2026 10:02:00 GMT"})
    void handsOnHowLongAPlatformAsksToWait(String retryAfter) {
        platform.tokens(request -> new ServiceAnswer(503, Map.of("Retry-After", retryAfter), new byte[0]));
        assertThat(failure().retryAfter()).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a\",\"expires_in\":\"3600\",\"scope\":\"granted\"}",
                "{\"access_token\":\"a\",\"expires_in\":1e30,\"token_type\":\"bearer\"}",
                "{\"access_token\":\"a\",\"expires_in\":3600,\"scope\":\"" + ITEMS + " " + SCORE + "\"}",
                "{\"access_token\":\"a\",\"expires_in\":3600,\"scope\":null}"
            })
    void acceptsWhatPlatformsLeaveOutOrWriteDifferently(String body) {
        platform.tokens(request -> answer(200, body));
        AccessToken token = tokens.get(registration, Set.of(SCORE));
        assertThat(token.value()).isEqualTo("a");
        assertThat(token.usableUntil())
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void takesTheLargerScopeForTheReadingOne() {
        platform.tokens(request -> answer(200, "{\"access_token\":\"a\",\"scope\":\"" + ITEMS + "\"}"));
        assertThat(tokens.get(registration, Set.of(ITEMS + ".readonly")).value())
                .isEqualTo("a");
    }

    @Test
    void replacesOnceATokenThatTheServiceNoLongerAccepts() {
        platform.service(request ->
                "Bearer token-1".equals(request.headers().get("Authorization")) ? answer(401, "") : answer(200, ""));
        ServiceRequest request = ServiceRequest.get(URI.create("https://lms.example.edu/items"), "application/json");
        assertThat(services.call(registration, Set.of(SCORE), request).status()).isEqualTo(200);
        assertThat(platform.serviceRequests()).hasSize(2);
        assertThat(services.call(registration, Set.of(SCORE), request).status()).isEqualTo(200);
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void givesUpAfterASecond401() {
        platform.service(request -> answer(401, ""));
        ServiceRequest request = ServiceRequest.get(URI.create("https://lms.example.edu/items"), "application/json");
        assertThat(services.call(registration, Set.of(SCORE), request).status()).isEqualTo(401);
        assertThat(platform.serviceRequests()).hasSize(2);
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void keepsTokensAndPersonsOutOfTexts() {
        AccessToken token = tokens.get(registration, Set.of(SCORE));
        assertThat(token.toString()).doesNotContain("token-1");
        assertThat(platform.tokenRequests().get(0).toString()).doesNotContain("eyJ");
        assertThat(answer(200, "secret").toString()).doesNotContain("secret");
    }

    private ServiceFailed failure() {
        return catchThrowableOfType(ServiceFailed.class, () -> tokens.get(registration, Set.of(SCORE)));
    }

    private static String jti(String assertion) {
        try {
            return SignedJWT.parse(assertion).getJWTClaimsSet().getJWTID();
        } catch (java.text.ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static <T> List<T> together(int many, Callable<T> caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result :
                    threads.invokeAll(java.util.Collections.nCopies(many, caller), 30, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
