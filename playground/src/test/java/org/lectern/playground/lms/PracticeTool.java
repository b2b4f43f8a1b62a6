package org.lectern.playground.lms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lectern.playground.institution.Medium;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.institution.Registration;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Handler;
import org.lectern.playground.web.LoopbackServer;

/**
 * A well-behaved tool and a practice LMS that knows it, both over real HTTP on free ports. Tests make the tool behave
 * badly. The clock stands still until {@link #later}.
 */
final class PracticeTool implements AutoCloseable {
    static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    static final String CLIENT = "tool-at-acme";
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final AtomicReference<RSAKey> key;
    private final AtomicReference<Handler> lms = new AtomicReference<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackServer toolServer;
    private final LoopbackServer lmsServer;

    PracticeTool() throws IOException {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        SecureRandom random = new SecureRandom();
        key = new AtomicReference<>(new KeyRing(random).fresh());
        toolServer = LoopbackServer.start(
                0,
                request -> Answer.of(
                        200,
                        "application/json",
                        new JWKSet(key.get()).toPublicJWKSet().toString()));
        lmsServer = LoopbackServer.start(0, request -> lms.get().handle(request));
        lms.set(new PracticeLms(
                List.of(
                        new Platform("acme", issuer(), List.of(registration("acme", CLIENT, "d1"))),
                        new Platform(
                                "hosted",
                                lmsUrl() + "/hosted",
                                List.of(registration("east", "shared", "e1"), registration("west", "shared", "w1")))),
                url(),
                "http://localhost:8082",
                clock,
                random));
    }

    private static Registration registration(String tenant, String client, String deployment) {
        return new Registration(
                tenant,
                "University of " + tenant,
                client,
                List.of(deployment),
                List.of(new Medium("intro", "Introduction"), new Medium("second", "Second")));
    }

    String url() {
        return "http://127.0.0.1:" + toolServer.port();
    }

    String lmsUrl() {
        return "http://localhost:" + lmsServer.port();
    }

    String issuer() {
        return lmsUrl() + "/acme";
    }

    Instant now() {
        return now.get();
    }

    void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    void changeKey() {
        key.set(new KeyRing(new SecureRandom()).fresh());
    }

    RSAKey key() {
        return key.get();
    }

    // --- HTTP ---

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(request(address, headers).build());
    }

    HttpResponse<String> send(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(address, headers)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> form(String address, Map<String, String> fields) throws IOException, InterruptedException {
        return send("POST", address, encoded(fields), "Content-Type", "application/x-www-form-urlencoded");
    }

    void set(String name, String value) throws IOException, InterruptedException {
        form(issuer() + "/switches", Map.of(name, value));
    }

    JsonObject json(String address) throws IOException, InterruptedException {
        return object(get(address).body());
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> fields(String page) {
        return FIELD.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        (MatchResult found) -> found.group(1),
                        found -> found.group(2).replace("&quot;", "\"")));
    }

    // --- launching ---

    JWTClaimsSet launch(String query) throws Exception {
        return launch("acme", query);
    }

    /** The claims that the tool is told when somebody opens this. */
    JWTClaimsSet launch(String institution, String query) throws Exception {
        Map<String, String> login =
                fields(get(lmsUrl() + "/" + institution + "/start?" + query).body());
        return SignedJWT.parse(authorized(institution, login).get("id_token")).getJWTClaimsSet();
    }

    Map<String, String> authorized(String institution, Map<String, String> login)
            throws IOException, InterruptedException {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "scope", "openid",
                "response_type", "id_token",
                "response_mode", "form_post",
                "prompt", "none",
                "client_id", login.get("client_id"),
                "redirect_uri", url() + "/lti/launch",
                "login_hint", login.get("login_hint"),
                "lti_message_hint", login.get("lti_message_hint"),
                "state", "the-state",
                "nonce", "the-nonce"));
        return fields(form(lmsUrl() + "/" + institution + "/auth", request).body());
    }

    // --- tokens of the tool ---

    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key.get());
    }

    static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    JWTClaimsSet.Builder assertion() {
        return new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .subject(CLIENT)
                .audience(issuer() + "/token")
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plus(Duration.ofMinutes(1))))
                .jwtID(UUID.randomUUID().toString());
    }

    HttpResponse<String> askToken(String assertion, String scopes) throws IOException, InterruptedException {
        return form(
                issuer() + "/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion,
                        "scope",
                        scopes));
    }

    String token(String... scopes) throws Exception {
        return object(askToken(signed(assertion().build()), String.join(" ", scopes))
                        .body())
                .getString("access_token");
    }

    /** A good deep linking response, then changed. */
    String response(JWTClaimsSet launch, List<Object> items, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .audience(launch.getIssuer())
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plus(Duration.ofMinutes(5))))
                .claim("nonce", UUID.randomUUID().toString())
                .claim(LTI + "message_type", "LtiDeepLinkingResponse")
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", launch.getStringClaim(LTI + "deployment_id"))
                .claim(
                        DL + "data",
                        launch.getJSONObjectClaim(DL + "deep_linking_settings").get("data"))
                .claim(DL + "content_items", items);
        change.accept(claims);
        return signed(claims.build());
    }

    @Override
    public void close() {
        lmsServer.close();
        toolServer.close();
    }
}
