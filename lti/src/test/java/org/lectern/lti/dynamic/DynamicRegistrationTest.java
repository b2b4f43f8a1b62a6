package org.lectern.lti.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.lti.dynamic.PracticeRegistrar.bytes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicRegistrationTest {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private final PracticeRegistrar lms = new PracticeRegistrar();
    private final DynamicRegistration registration = new DynamicRegistration(lms);

    private static ToolProfile tool(String... claims) {
        String base = "https://video.example.edu:8443/lti/";
        return new ToolProfile(
                "Lectern",
                "Videos",
                URI.create(base + "launch"),
                URI.create(base + "login"),
                URI.create(base + "jwks"),
                Optional.of(URI.create(base + "icon.svg")),
                Set.of(claims),
                true);
    }

    private Map<String, Object> request(String... claims) {
        registration.register(lms.read(), Optional.of("token-1"), tool(claims));
        return lms.asked.get(lms.asked.size() - 1).body();
    }

    private static Map<?, ?> configured(Map<String, Object> request) {
        return (Map<?, ?>) request.get(TOOL);
    }

    private static List<?> types(Map<String, Object> request) {
        return ((List<?>) configured(request).get("messages"))
                .stream().map(message -> ((Map<?, ?>) message).get("type")).toList();
    }

    @Test
    void asksForTheSmallestSetOfClaimsScopesAndParameters() {
        Map<String, Object> request = request();
        assertThat(request)
                .containsEntry("application_type", "web")
                .containsEntry("token_endpoint_auth_method", "private_key_jwt")
                .containsEntry("response_types", List.of("id_token"))
                .containsEntry("grant_types", List.of("client_credentials", "implicit"))
                .containsEntry("redirect_uris", List.of("https://video.example.edu:8443/lti/launch"))
                .containsEntry("scope", String.join(" ", ServiceScopes.ALL));
        assertThat(configured(request).get("claims")).isEqualTo(List.of("iss", "sub"));
        assertThat(configured(request).get("domain"))
                .as("with the port, as Moodle compares it")
                .isEqualTo("video.example.edu:8443");
        assertThat(configured(request).get("custom_parameters"))
                .as("only what this platform can fill in")
                .isEqualTo(Map.of("context_id_history", "$Context.id.history"));
        assertThat(types(request)).isEqualTo(List.of("LtiResourceLinkRequest", "LtiDeepLinkingRequest"));
    }

    @Test
    void asksForNoScopeThatThePlatformDoesNotGrant() {
        lms.configuration.put("scopes_supported", List.of("openid", ServiceScopes.SCORE, ServiceScopes.ROSTER));
        assertThat(request()).containsEntry("scope", ServiceScopes.SCORE + " " + ServiceScopes.ROSTER);
    }

    @Test
    void asksForSubmissionReviewWhereItIsOffered() {
        lms.platform.put(
                "messages_supported",
                List.of(Map.of("type", "LtiResourceLinkRequest"), Map.of("type", "LtiSubmissionReviewRequest")));
        assertThat(types(request())).isEqualTo(List.of("LtiResourceLinkRequest", "LtiSubmissionReviewRequest"));
    }

    @Test
    void speaksCanvasWithItsPlacementsAndPrivacyLevels() {
        lms.platform.put("product_family_code", "canvas");
        lms.platform.put(
                "messages_supported",
                List.of(
                        Map.of("type", "LtiResourceLinkRequest", "placements", List.of("course_navigation")),
                        Map.of(
                                "type",
                                "LtiDeepLinkingRequest",
                                "placements",
                                List.of("editor_button", "homework_submission", "assignment_selection"))));
        Map<String, Object> request = request("name", "email");
        assertThat(configured(request).get("https://canvas.instructure.com/lti/privacy_level"))
                .isEqualTo("public");
        List<?> messages = (List<?>) configured(request).get("messages");
        assertThat(((Map<?, ?>) messages.get(0))
                        .get("https://canvas.instructure.com/lti/course_navigation/default_enabled"))
                .isEqualTo(false);
        assertThat(((Map<?, ?>) messages.get(1)).get("placements"))
                .isEqualTo(List.of("assignment_selection", "editor_button"));
        assertThat(configured(request()).get("https://canvas.instructure.com/lti/privacy_level"))
                .isEqualTo("anonymous");
        assertThat(configured(request("name")).get("https://canvas.instructure.com/lti/privacy_level"))
                .isEqualTo("name_only");
        assertThat(configured(request("email")).get("https://canvas.instructure.com/lti/privacy_level"))
                .isEqualTo("email_only");
    }

    @Test
    void bringsTheTokenAlongToBothAndNothingWithoutOne() {
        registration.configuration(PracticeRegistrar.ADDRESS, Optional.of("token-1"));
        registration.register(lms.read(), Optional.of("token-1"), tool());
        registration.configuration(PracticeRegistrar.ADDRESS, Optional.empty());
        registration.register(lms.read(), Optional.empty(), tool());
        assertThat(lms.asked)
                .extracting(PracticeRegistrar.Asked::bearer)
                .as("Canvas wants it for its configuration, Brightspace has none")
                .containsExactly(Optional.of("token-1"), Optional.of("token-1"), Optional.empty(), Optional.empty());
        assertThat(lms.asked.get(0).address()).hasToString("https://lms.example.edu/openid-configuration?secret=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\r\nHost: evil.example", "ä"})
    void refusesATokenThatCouldEndAHeader(String token) {
        refuses(
                RegistrationRefusal.REGISTRATION_FORBIDDEN,
                () -> registration.configuration(PracticeRegistrar.ADDRESS, Optional.of(token)));
        assertThat(lms.asked).isEmpty();
    }

    @Test
    void readsWhatMoodleAnswers() {
        lms.answer = answer(200, """
                {"client_id":"r5vIQ","token_endpoint_auth_method":"private_key_jwt","scope":"a b",
                 "%s":{"deployment_id":"7","domain":"video.example.edu"}}""".formatted(TOOL));
        ClientRegistration made = registration.register(lms.read(), Optional.of("t"), tool());
        assertThat(made.clientId()).isEqualTo("r5vIQ");
        assertThat(made.deploymentId()).contains("7");
        assertThat(made.management()).isEmpty();
        assertThat(made.reduced(lms.read())).isTrue();
    }

    @Test
    void readsNumbersAsIdsAndKeepsTheWayToChangeTheRegistration() {
        lms.answer = answer(201, """
                {"client_id":10000000000001,"deployment_id":5,"registration_access_token":"rat",
                 "registration_client_uri":"https://lms.example.edu/register/1","scope":"%s"}""".formatted(String.join(" ", ServiceScopes.ALL)));
        ClientRegistration made = registration.register(lms.read(), Optional.of("t"), tool());
        assertThat(made.clientId()).isEqualTo("10000000000001");
        assertThat(made.deploymentId()).contains("5");
        assertThat(made.reduced(lms.read())).isFalse();
        assertThat(made.management().orElseThrow().token()).isEqualTo("rat");
        assertThat(made.toString()).doesNotContain("rat]").doesNotContain("token=rat");
        registration.update(lms.read(), made.clientId(), made.management().orElseThrow(), tool());
        PracticeRegistrar.Asked last = lms.asked.get(lms.asked.size() - 1);
        assertThat(last.method()).isEqualTo("PUT");
        assertThat(last.address()).hasToString("https://lms.example.edu/register/1");
        assertThat(last.bearer()).contains("rat");
        assertThat(last.body()).containsEntry("client_id", "10000000000001");
    }

    @Test
    void keepsNoWayThatLeadsToAnotherHost() {
        lms.answer = answer(201, """
                {"client_id":"c","registration_access_token":"rat","registration_client_uri":"https://evil.example/1"}""");
        assertThat(registration.register(lms.read(), Optional.of("t"), tool()).management())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | token_already_used | REGISTRATION_FORBIDDEN | token_already_used
            403 | {"error":"no"} | REGISTRATION_FORBIDDEN | no
            400 | missing_domain | REGISTRATION_REJECTED | missing_domain
            422 | {"errors":[{"message":"domain is wrong"}]} | REGISTRATION_REJECTED | domain is wrong
            400 | {"error":"invalid_client_metadata","error_description":"Name exists"} | REGISTRATION_REJECTED | Name exists
            500 | <html><head><title>x</title></head><body><h1>Oh&nbsp;no</h1></body></html> | REGISTRATION_FAILED | Oh&nbsp;no
            302 | moved | PLATFORM_REDIRECTS | moved
            200 | <html>Welcome</html> | ANSWER_NOT_JSON | Welcome
            200 | ["client_id","x"] | ANSWER_NOT_JSON | client_id
            """)
    void namesEveryOtherAnswerAndQuotesThePlatform(int status, String body, RegistrationRefusal refusal, String words) {
        lms.answer = answer(status, body);
        assertThatThrownBy(() -> registration.register(lms.read(), Optional.of("secret-token"), tool()))
                .isInstanceOfSatisfying(RegistrationRefused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(refusal);
                    assertThat(refused.words().orElseThrow()).contains(words).doesNotContain("<", "\n");
                    assertThat(refused.getMessage()).doesNotContain("secret-token");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"client_id\":\"\"}",
                "{\"client_id\":null}",
                "{\"client_id\":[\"a\"]}",
                "{\"client_id\":\"a\\nb\"}",
                "{\"client_id\":\"ä\"}"
            })
    void refusesAnAnswerWithoutAUsableClientId(String body) {
        lms.answer = answer(200, body);
        refuses(
                RegistrationRefusal.ANSWER_INCOMPLETE,
                () -> registration.register(lms.read(), Optional.empty(), tool()));
    }

    @Test
    void refusesAnAnswerThatChangesHowWeProveWhoWeAre() {
        lms.answer = answer(200, "{\"client_id\":\"c\",\"token_endpoint_auth_method\":\"client_secret_basic\"}");
        refuses(RegistrationRefusal.ANSWER_CHANGED, () -> registration.register(lms.read(), Optional.empty(), tool()));
    }

    @Test
    void refusesWhatIsTooLargeAndShortensWhatIsLong() {
        lms.answer = new PlatformAnswer(200, new byte[PlatformAnswer.LIMIT + 1]);
        refuses(
                RegistrationRefusal.ANSWER_TOO_LARGE,
                () -> registration.register(lms.read(), Optional.empty(), tool()));
        lms.answer = answer(400, "x".repeat(20_000));
        assertThatThrownBy(() -> registration.register(lms.read(), Optional.empty(), tool()))
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.words().orElseThrow()).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void survivesDeepNesting() {
        lms.answer = answer(200, "[".repeat(30_000));
        refuses(RegistrationRefusal.ANSWER_NOT_JSON, () -> registration.register(lms.read(), Optional.empty(), tool()));
        lms.answer = answer(200, "{\"a\":".repeat(6_000));
        refuses(RegistrationRefusal.ANSWER_NOT_JSON, () -> registration.register(lms.read(), Optional.empty(), tool()));
    }

    private static PlatformAnswer answer(int status, String body) {
        return new PlatformAnswer(status, bytes(body));
    }

    static void refuses(RegistrationRefusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
