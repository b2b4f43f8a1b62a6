package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.lectern.adapter.judge.NpmJudge;
import org.lectern.adapter.judge.ProfileTemplates;
import org.lectern.adapter.judge.StatementCheck;

/** What tests ask of captured statements. */
final class Statements {

    private static final String SESSION_ID = "https://w3id.org/xapi/video/extensions/session-id";

    private Statements() {}

    /** The last words of the verbs' IRIs. */
    static List<String> verbs(List<JsonObject> statements) {
        return statements.stream().map(Statements::verb).toList();
    }

    static String verb(JsonObject statement) {
        String id = statement.getJsonObject("verb").getString("id");
        return id.substring(id.lastIndexOf('/') + 1);
    }

    static List<JsonObject> ofVerb(List<JsonObject> statements, String verb) {
        return statements.stream()
                .filter(statement -> verb(statement).equals(verb))
                .toList();
    }

    /** The player has been left: its last statement is there. */
    static boolean isOver(List<JsonObject> statements) {
        return verbs(statements).contains("terminated");
    }

    /** Those of the player that was opened last, by the Video Profile's session id; none when none was opened. */
    static List<JsonObject> lastSession(List<JsonObject> statements) {
        List<JsonObject> opened = ofVerb(statements, "initialized");
        if (opened.isEmpty()) {
            return List.of();
        }
        return session(statements, opened.get(opened.size() - 1));
    }

    /** Of every player that was opened, in the order of opening. */
    static List<List<JsonObject>> sessions(List<JsonObject> statements) {
        return ofVerb(statements, "initialized").stream()
                .map(opened -> session(statements, opened))
                .toList();
    }

    private static List<JsonObject> session(List<JsonObject> statements, JsonObject opened) {
        String session = "\"" + SESSION_ID + "\":\"" + opened.getString("id") + "\"";
        return statements.stream()
                .filter(statement -> statement.toString().contains(session))
                .toList();
    }

    /** Each is a statement by all three judges, and a Video Profile session by the profile's rules. */
    static void passTheJudges(List<JsonObject> session) throws IOException, InterruptedException {
        StatementCheck check = new StatementCheck(Instant.now());
        assertThat(session)
                .allSatisfy(statement -> assertThat(check.faults(statement.toString()))
                        .as(statement.toString())
                        .isEmpty());
        assertThat(new ProfileTemplates().sessionFaults(session)).isEmpty();
        List<byte[]> texts = session.stream()
                .map(statement -> statement.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(NpmJudge.inTarget().verdicts(texts)).containsOnly("ok");
    }
}
