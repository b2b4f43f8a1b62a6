package org.lectern.adapter.judge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTemplatesTest {

    private static final String SESSION = "3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4";
    private static final String LENGTH = "\"length\":124.3";
    private static final String WATCHED = "\"progress\":0.459,\"played-segments\":\"0.000[.]57.100\"";
    private static final String INITIALIZED = statement(SESSION, "initialized", "", LENGTH, "00");
    private static final String PLAYED = statement("a", "played", "\"time\":0", LENGTH, "01");
    private static final String PAUSED = statement("b", "paused", "\"time\":57.1," + WATCHED, LENGTH, "02");
    private static final String INTERACTED =
            statement("c", "interacted", "\"time\":57.1", "\"speed\":\"1.5x\",\"volume\":0.8", "03");
    private static final String COMPLETED = statement("d", "completed", "\"time\":57.1," + WATCHED, LENGTH, "04")
            .replace("\"result\":{", "\"result\":{\"completion\":true,\"duration\":\"PT57.1S\",");
    private static final String TERMINATED = statement("e", "terminated", "\"time\":57.1," + WATCHED, LENGTH, "05");

    private final ProfileTemplates profile = new ProfileTemplates();

    @Test
    void passesAGoodSession() {
        assertThat(profile.sessionFaults(read(INITIALIZED, PLAYED, PAUSED, INTERACTED, COMPLETED, TERMINATED)))
                .isEmpty();
    }

    @Test
    void passesOverWhatDoesNotClaimTheProfile() {
        assertThat(profile.sessionFaults(read(INITIALIZED.replace("w3id.org/xapi/video\"", "example.edu\""))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "versioned category; {\"id\":\"https://w3id.org/xapi/video\"}; {\"id\":\"https://w3id.org/xapi/video/v1.0.3\"}",
                "other type; activity-type/video; activity-type/film",
                "no registration; \"registration\":\"8b7f0a52-1c3d-4e90-b6aa-5d4f7e2c1b03\",; ``",
                "session-id not version 4; 4b86-9a57; 5b86-9a57",
                "no time; \"time\":57.1,; ``",
                "time as a string; \"time\":57.1; \"time\":\"57.1\"",
                "four decimals; \"time\":57.1; \"time\":57.1001",
                "time-from; \"time\":57.1; \"time-from\":1,\"time\":57.1",
                "no length; \"length\":124.3; \"speed\":\"1x\"",
                "length in result; \"time\":57.1; \"length\":124.3,\"time\":57.1",
                "no segments; ,\"played-segments\":\"0.000[.]57.100\"; ``",
                "progress over 1; 0.459; 1.1",
                "threshold of 1; \"length\":124.3; \"length\":124.3,\"completion-threshold\":1",
                "one caption flag; \"length\":124.3; \"length\":124.3,\"cc-subtitle-enabled\":true",
                "language while off; \"length\":124.3; \"length\":124.3,\"cc-subtitle-lang\":\"en\"",
                "speed as a number; \"length\":124.3; \"length\":124.3,\"speed\":1",
                "made up; \"length\":124.3; \"length\":124.3,\"mood\":1",
                "completion; \"result\":{; \"result\":{\"completion\":false,",
                "verb of nobody; verbs/paused; verbs/snored"
            })
    void findsTheFaultInPaused(String fault, String was, String is) {
        String broken = PAUSED.replace(extended(was), extended(is));
        assertThat(broken).as(fault + " must change something").isNotEqualTo(PAUSED);
        assertThat(profile.faults(read(broken).get(0))).as(fault).isNotEmpty();
    }

    @Test
    void interactedNeedsSpeedAndVolume() {
        assertThat(profile.faults(read(INTERACTED.replace(extended(",\"volume\":0.8"), ""))
                        .get(0)))
                .isNotEmpty();
    }

    @Test
    void completedNeedsItsDuration() {
        assertThat(profile.faults(
                        read(COMPLETED.replace(",\"duration\":\"PT57.1S\"", "")).get(0)))
                .isNotEmpty();
    }

    @Test
    void findsFaultsBetweenTheStatementsOfASession() {
        assertThat(profile.sessionFaults(read(PLAYED, PAUSED))).isNotEmpty();
        assertThat(profile.sessionFaults(read(INITIALIZED, PAUSED, PLAYED))).isNotEmpty();
        assertThat(profile.sessionFaults(read(INITIALIZED, PLAYED, TERMINATED))).isNotEmpty();
        assertThat(profile.sessionFaults(read(INITIALIZED, PLAYED, PLAYED))).isNotEmpty();
        assertThat(profile.sessionFaults(read(INITIALIZED, PAUSED.replace("0.459", "0.46"))))
                .singleElement()
                .asString()
                .contains("progress");
    }

    private static String statement(String id, String verb, String result, String context, String second) {
        String base = verb.matches("played|paused|seeked")
                ? "https://w3id.org/xapi/video/verbs/"
                : "http://adlnet.gov/expapi/verbs/";
        return ("{\"id\":\"%s\",\"verb\":{\"id\":\"%s\"},\"object\":{\"definition\":{\"type\":"
                        + "\"https://w3id.org/xapi/video/activity-type/video\"}},%s\"context\":{\"registration\":"
                        + "\"8b7f0a52-1c3d-4e90-b6aa-5d4f7e2c1b03\",\"contextActivities\":{\"category\":"
                        + "[{\"id\":\"https://w3id.org/xapi/video\"}]},\"extensions\":{%s,%s}},"
                        + "\"timestamp\":\"2026-03-02T09:00:%s.000Z\"}")
                .formatted(
                        id,
                        base + verb,
                        result.isEmpty() ? "" : "\"result\":{\"extensions\":{" + extended(result) + "}},",
                        extended("\"session-id\":\"" + SESSION + "\""),
                        extended(context),
                        second);
    }

    /** Turns the profile's short names into its IRIs. */
    private static String extended(String members) {
        return members.replaceAll(
                "\"(time(?:-from)?|length|progress|played-segments|completion-threshold|session-id|cc-[a-z-]+|speed|volume|mood)\":",
                "\"https://w3id.org/xapi/video/extensions/$1\":");
    }

    private static List<JsonObject> read(String... statements) {
        List<JsonObject> session = new ArrayList<>();
        for (String statement : statements) {
            try (var reader = Json.createReader(new StringReader(statement))) {
                session.add(reader.readObject());
            }
        }
        return session;
    }
}
