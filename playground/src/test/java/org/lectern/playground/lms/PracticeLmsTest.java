package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.playground.institution.Medium;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.institution.Registration;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** The platform is strict, and its tokens stand up to its key set. */
final class PracticeLmsTest {
    private static final String TOOL = "http://127.0.0.1:8080";
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final PracticeLms lms = new PracticeLms(
            List.of(platform("acme", "d1"), platform("umbrella", "d2")),
            TOOL,
            "http://localhost:8082",
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SecureRandom());

    @Test
    void startsALoginAsThirdPartiesDo() {
        Map<String, String> login = login("person=student1&link=intro");

        assertThat(login)
                .containsEntry("iss", "http://localhost:8081/acme")
                .containsEntry("target_link_uri", TOOL + "/lti/launch")
                .containsEntry("client_id", "tool-at-acme")
                .containsEntry("lti_deployment_id", "d1")
                .containsKeys("login_hint", "lti_message_hint");
    }

    @Test
    void answersAGoodRequestWithATokenThatVerifies() throws Exception {
        Map<String, String> posted = fields(authorize(request(login("person=student1&link=intro"))));

        assertThat(posted).containsEntry("state", "the-state");
        SignedJWT token = SignedJWT.parse(posted.get("id_token"));
        JWK key = keySet().getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8081/acme");
        assertThat(claims.getAudience()).containsExactly("tool-at-acme");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofSeconds(60)));
        assertThat(claims.getStringClaim(Claims.LTI + "deployment_id")).isEqualTo("d1");
        assertThat(claims.getJSONObjectClaim(Claims.LTI + "custom")).containsEntry("media", "intro");
        assertThat(claims.getJSONObjectClaim(Claims.LTI + "launch_presentation"))
                .containsEntry("document_target", "iframe");
        assertThat(claims.getStringClaim("email")).isEqualTo("student1@acme.example");
    }

    @Test
    void tellsNothingOfAnAnonymousStudentAndNoMediaForTheGallery() throws Exception {
        Map<String, String> posted = fields(authorize(request(login("person=anonymous&link=gallery&window=1"))));

        JWTClaimsSet claims = SignedJWT.parse(posted.get("id_token")).getJWTClaimsSet();
        assertThat(claims.getClaims()).doesNotContainKeys("name", "given_name", "family_name", "email");
        assertThat(claims.getJSONObjectClaim(Claims.LTI + "custom")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, http://127.0.0.1:8080/lti/launch/",
        "redirect_uri, ''",
        "scope, openid profile",
        "scope, ''",
        "lti_message_hint, ''",
        "lti_message_hint, made-up"
    })
    void showsItsOwnPageWhenTheRequestCannotBeTrusted(String name, String value) {
        Map<String, String> request = request(login("person=student1&link=intro"));
        request.put(name, value);

        Answer answer = authorize(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.bodyText()).doesNotContain("id_token");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, another-tool, unauthorized_client",
        "login_hint, 999, access_denied",
        "response_type, code, unsupported_response_type",
        "response_mode, query, invalid_request",
        "response_mode, '', invalid_request",
        "nonce, '', invalid_request",
        "prompt, login, invalid_request"
    })
    void postsOtherErrorsBackWithTheState(String name, String value, String error) {
        Map<String, String> request = request(login("person=student1&link=intro"));
        request.put(name, value);

        Map<String, String> posted = fields(authorize(request));

        assertThat(posted).containsEntry("error", error).containsEntry("state", "the-state");
        assertThat(posted).doesNotContainKey("id_token");
    }

    @Test
    void takesAMessageHintOnce() {
        Map<String, String> request = request(login("person=student1&link=intro"));

        assertThat(authorize(request).status()).isEqualTo(200);
        assertThat(authorize(request).status()).isEqualTo(400);
    }

    @Test
    void takesNoHintOfAnotherInstitution() {
        Map<String, String> request = request(login("person=student1&link=intro"));

        assertThat(ask("POST", "umbrella/auth", request).status()).isEqualTo(400);
    }

    @Test
    void takesTheRequestByGetToo() {
        String query = encoded(request(login("person=student1&link=intro")));

        assertThat(fields(ask("GET", "acme/auth?" + query, Map.of()))).containsKey("id_token");
    }

    @Test
    void keepsTheOldKeyInTheSetIfAskedTo() throws Exception {
        String first = keySet().getKeys().get(0).getKeyID();
        ask("POST", "acme/keys/rotate", Map.of("overlap", "yes"));
        assertThat(keySet().getKeys()).hasSize(2).extracting(JWK::getKeyID).contains(first);

        ask("POST", "acme/keys/rotate", Map.of("overlap", "no"));
        assertThat(keySet().getKeys()).hasSize(1).extracting(JWK::getKeyID).doesNotContain(first);
        assertThat(keySet().getKeys()).noneMatch(JWK::isPrivate);
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "ERROR", "WRONG_STATE"})
    void getsTheTokenWrongAsAsked(Misbehaviour misbehaviour) {
        Map<String, String> posted =
                fields(authorize(request(login("person=student1&link=intro&break=" + misbehaviour.id()))));

        assertThat(looksRight(posted.get("id_token"))).isFalse();
    }

    @Test
    void getsStateAndAnswerWrongAsAsked() {
        assertThat(fields(authorize(request(login("person=student1&link=intro&break=wrong-state")))))
                .containsEntry("state", "a-state-of-nobody");
        assertThat(fields(authorize(request(login("person=student1&link=intro&break=error")))))
                .containsEntry("error", "access_denied");
    }

    @Test
    void embedsTheToolAndTwoOfThem() {
        assertThat(page("acme/course?person=teacher&link=intro"))
                .containsOnlyOnce("<iframe")
                .contains(
                        "allow=\"fullscreen *; autoplay *; encrypted-media *; camera *; microphone *; display-capture *\"");
        assertThat(page("acme/course?person=teacher&link=two").split("<iframe")).hasSize(3);
        assertThat(page("acme/course?person=teacher")).doesNotContain("<iframe");
        assertThat(page("")).contains("University of acme");
        assertThat(page("acme")).contains("Student One", "Étudiant Trois 学生");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"person=nobody", "person=teacher&link=nothing", "link=intro", "person=teacher&link=intro&break=x"
            })
    void refusesAddressesThatMeanNothing(String query) {
        assertThatThrownBy(() -> page("acme/course?" + query)).isInstanceOf(BadRequest.class);
    }

    private boolean looksRight(String token) {
        try {
            if (JWTParser.parse(token) instanceof PlainJWT) {
                return false;
            }
            SignedJWT signed = SignedJWT.parse(token);
            JWK key = keySet().getKeyByKeyId(signed.getHeader().getKeyID());
            if (key == null || !signed.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return false;
            }
            JWTClaimsSet right = SignedJWT.parse(fields(authorize(request(login("person=student1&link=intro"))))
                            .get("id_token"))
                    .getJWTClaimsSet();
            return signed.getJWTClaimsSet().toJSONObject().equals(right.toJSONObject());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static Platform platform(String path, String deployment) {
        Registration registration = new Registration(
                path,
                "University of " + path,
                "tool-at-" + path,
                List.of(deployment),
                List.of(new Medium("intro", "Introduction"), new Medium("second", "Second")));
        return new Platform(path, "http://localhost:8081/" + path, List.of(registration));
    }

    private Map<String, String> login(String query) {
        return fields(ask("GET", "acme/start?" + query, Map.of()));
    }

    private static Map<String, String> request(Map<String, String> login) {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "scope", "openid",
                "response_type", "id_token",
                "response_mode", "form_post",
                "prompt", "none",
                "client_id", login.get("client_id"),
                "redirect_uri", TOOL + "/lti/launch",
                "login_hint", login.get("login_hint"),
                "lti_message_hint", login.get("lti_message_hint"),
                "state", "the-state",
                "nonce", "the-nonce"));
        return request;
    }

    private Answer authorize(Map<String, String> request) {
        return ask("POST", "acme/auth", request);
    }

    private JWKSet keySet() throws ParseException {
        return JWKSet.parse(page("acme/jwks"));
    }

    private String page(String target) {
        return ask("GET", target, Map.of()).bodyText();
    }

    private Answer ask(String method, String target, Map<String, String> form) {
        String[] parts = target.split("\\?", 2);
        return lms.handle(new Request(
                method,
                parts[0].isEmpty() ? List.of() : List.of(parts[0].split("/")),
                Parameters.parse(parts.length > 1 ? parts[1] : ""),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                encoded(form).getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> fields(Answer page) {
        return FIELD.matcher(page.bodyText())
                .results()
                .collect(Collectors.toMap(
                        (MatchResult found) -> found.group(1),
                        found -> found.group(2).replace("&quot;", "\"")));
    }
}
