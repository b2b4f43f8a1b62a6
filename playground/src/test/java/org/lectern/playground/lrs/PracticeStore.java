package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.institution.LrsAccount.Credential;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** An LRS to ask without a network, and the words to ask it with. */
final class PracticeStore {
    static final String ID = "704dafce-9c14-41c3-88bd-47c348641623";
    static final String OTHER_ID = "275b854f-ab62-4b52-b7c6-292a32dad108";
    private static final String CREDENTIAL = "Basic a2V5OnNlY3JldA==";

    private final PracticeLrses lrs = new PracticeLrses(
            List.of(new LrsAccount("acme", "Acme University", List.of(new Credential(CREDENTIAL)))),
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
            1_000_000);

    /** A small valid statement; verb is the last part of its IRI. */
    static String statement(String id, String verb) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:learner@acme.example"},"verb":{"id":"https://verbs.example/%s"},
                 "object":{"id":"https://videos.example/1"},"timestamp":"2026-11-22T09:00:00.000Z"}""".formatted(id, verb);
    }

    Answer post(String body) {
        return ask("POST", "acme/xapi/statements", body);
    }

    Answer put(String query, String body) {
        return ask("PUT", "acme/xapi/statements?" + query, body);
    }

    Answer get(String query) {
        return ask("GET", "acme/xapi/statements" + query, "");
    }

    Answer mode(String form) {
        return ask("POST", "acme/mode", form, Map.of("content-type", "application/x-www-form-urlencoded"));
    }

    Answer ask(String method, String target, String body) {
        return ask(method, target, body, Map.of());
    }

    /** With good headers, over which the given ones go; an empty value takes one away. */
    Answer ask(String method, String target, String body, Map<String, String> changed) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "authorization", CREDENTIAL,
                "x-experience-api-version", "1.0.3",
                "content-type", "application/json"));
        headers.putAll(changed);
        headers.values().removeIf(String::isEmpty);
        String[] parts = target.split("\\?", 2);
        return lrs.handle(new Request(
                method,
                List.of(parts[0].split("/")),
                Parameters.parse(parts.length > 1 ? parts[1] : ""),
                headers,
                body.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonObject json(Answer answer) {
        return Json.createReader(new StringReader(answer.bodyText())).readObject();
    }

    /** How many statements it holds. */
    int stored() {
        return json(ask("GET", "acme/summary.json", "")).getInt("statements");
    }
}
