package org.lectern.playground.caliper;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.institution.LrsAccount.Credential;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Handler;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** It answers what Caliper 1.2 §6 demands, and shows what it got. */
final class PracticeEndpointTest {
    private static final String EVENT = """
            {"@context": "http://purl.imsglobal.org/ctx/caliper/v1p2", "id": "urn:uuid:1", "type": "MediaEvent",
             "actor": "https://a.example/1", "action": "Paused", "object": "https://a.example/v",
             "eventTime": "2026-11-22T10:00:00.000Z"}""";
    private static final String ENVELOPE = """
            {"sensor": "https://a.example/sensor", "sendTime": "2026-11-22T10:00:00.000Z",
             "dataVersion": "http://purl.imsglobal.org/ctx/caliper/v1p2", "data": [%s]}""".formatted(EVENT);

    private final Handler endpoints = new PracticeEndpoints(
                    List.of(new LrsAccount("acme", "Acme University", List.of(new Credential("Bearer token")))))
            .before(request -> Answer.text(418, "the practice LRS"));

    @Test
    void takesAnEnvelopeWithoutAWord() {
        Answer answer = post(ENVELOPE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(events().getInt("total")).isEqualTo(1);
        assertThat(events().getJsonArray("events").getJsonObject(0).getString("action"))
                .isEqualTo("Paused");
    }

    @ParameterizedTest(name = "{0} for {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "sensor" | "censor" | 400
            "data": [ | "more": 1, "data": [ | 400
            "sendTime": "2026-11-22T10:00:00.000Z" | "sendTime": "2026-11-22T10:00:00Z" | 400
            "dataVersion": | "dataVersion": "x", "dataVersion": | 400
            "dataVersion": "http://purl.imsglobal.org/ctx/caliper/v1p2" | "dataVersion": "http://purl.imsglobal.org/ctx/caliper/v1p1" | 422
            "eventTime" | "time" | 400
            "sensor": "https://a.example/sensor" | "sensor": 7 | 400
            """)
    void refusesAMalformedEnvelope(String right, String wrong, int status) {
        assertThat(ENVELOPE).contains(right);
        Answer answer = post(ENVELOPE.replace(right, wrong));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(events().getInt("total")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "<envelope/>", "{}", "null"})
    void refusesWhatIsNoEnvelope(String body) {
        assertThat(post(body).status()).isEqualTo(400);
        assertThat(post(ENVELOPE.replace(EVENT, "")).status()).isEqualTo(400);
        assertThat(post(ENVELOPE.replace(EVENT, "1")).status()).isEqualTo(400);
    }

    @Test
    void letsOnlyInWhoHasTheToken() {
        for (String method : List.of("GET", "POST")) {
            assertThat(ask(method, "acme/caliper", ENVELOPE, Map.of("authorization", ""))
                            .status())
                    .isEqualTo(401);
            Answer answer = ask(method, "acme/caliper", ENVELOPE, Map.of("authorization", "Bearer other"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsKey("WWW-Authenticate");
        }
        assertThat(ask("PUT", "acme/caliper", ENVELOPE, Map.of()).status()).isEqualTo(405);
        assertThat(ask("POST", "acme/caliper", ENVELOPE, Map.of("content-type", "text/plain"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void saysHowMuchItTakesAndKeepsToIt() {
        assertThat(mode("kilobytes=1").status()).isEqualTo(200);
        JsonObject said = json(ask("GET", "acme/caliper", "", Map.of()));
        assertThat(said.getInt("caliperMaximumPayloadSize")).isEqualTo(1);
        assertThat(said.getJsonArray("caliperSupportedVersions").getString(0))
                .isEqualTo("http://purl.imsglobal.org/ctx/caliper/v1p2");
        assertThat(post(ENVELOPE).status()).isEqualTo(200);
        assertThat(post(ENVELOPE.replace("https://a.example/v", "https://a.example/" + "v".repeat(1000)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void misbehavesAsLongAsItIsTold() {
        mode("status=503&times=2");
        assertThat(post(ENVELOPE).status()).isEqualTo(503);
        assertThat(post(ENVELOPE).status()).isEqualTo(503);
        assertThat(post(ENVELOPE).status()).isEqualTo(200);
    }

    @Test
    void countsWhatComesAgain() {
        post(ENVELOPE);
        post(ENVELOPE);
        post(ENVELOPE.replace("Paused", "Ended"));
        assertThat(events().getInt("total")).isEqualTo(1);
        assertThat(events().getInt("repeated")).isEqualTo(2);
        assertThat(events().getInt("different")).isEqualTo(1);
        ask("POST", "acme/caliper/reset", "", Map.of());
        assertThat(events().getInt("total")).isZero();
    }

    @Test
    void leavesTheRestToTheLrs() {
        assertThat(ask("GET", "acme", "", Map.of()).status()).isEqualTo(418);
        assertThat(ask("GET", "umbrella/caliper", "", Map.of()).status()).isEqualTo(418);
        assertThat(ask("GET", "acme/caliper/live", "", Map.of()).bodyText()).contains("caliper.js");
        assertThat(ask("GET", "caliper.js", "", Map.of()).status()).isEqualTo(200);
    }

    private JsonObject events() {
        return json(ask("GET", "acme/caliper/events.json", "", Map.of()));
    }

    private Answer post(String body) {
        return ask("POST", "acme/caliper", body, Map.of());
    }

    private Answer mode(String form) {
        return ask("POST", "acme/caliper/mode", form, Map.of("content-type", "application/x-www-form-urlencoded"));
    }

    /** With good headers, over which the given ones go; an empty value takes one away. */
    private Answer ask(String method, String path, String body, Map<String, String> changed) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("authorization", "Bearer token", "content-type", "application/json"));
        headers.putAll(changed);
        headers.values().removeIf(String::isEmpty);
        return endpoints.handle(new Request(
                method,
                List.of(path.split("/")),
                Parameters.parse(""),
                headers,
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonObject json(Answer answer) {
        return Json.createReader(new StringReader(answer.bodyText())).readObject();
    }
}
