package org.lectern.adapter.judge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge can say no: faults like those that 1EdTech publishes as error fixtures. */
class CaliperCheckTest {

    private static final String PAUSED = """
            {"@context": "http://purl.imsglobal.org/ctx/caliper/v1p2",
             "id": "urn:uuid:956b4a02-8de0-4991-b8c5-b6eebb6b4cab", "type": "MediaEvent", "profile": "MediaProfile",
             "actor": {"id": "https://example.edu/users/554433", "type": "Person"}, "action": "Paused",
             "object": {"id": "https://example.edu/v", "type": "VideoObject", "name": "Welcome", "duration": "PT20M20S"},
             "target": {"id": "https://example.edu/v?t=321", "type": "MediaLocation", "currentTime": "PT05M21S"},
             "eventTime": "2016-11-15T10:15:00.000Z", "edApp": "https://example.edu/player",
             "group": {"id": "https://example.edu/c/7", "type": "CourseSection",
              "otherIdentifiers": [{"type": "SystemIdentifier", "identifier": "7", "identifierType": "LtiContextId"}]},
             "membership": {"id": "https://example.edu/c/7/m/1", "type": "Membership", "member": "https://example.edu/users/1",
              "organization": "https://example.edu/c/7", "roles": ["Learner", "Learner#GuestLearner"]},
             "session": {"id": "https://example.edu/sessions/1", "type": "Session"},
             "federatedSession": {"id": "https://example.edu/lti/1", "type": "LtiSession",
              "messageParameters": {"iss": "https://lms.example.edu"}},
             "extensions": {"https://example.edu/x": 1}}
            """;

    @Test
    void findsNothingWrongWithAnEventThatIsRight() {
        assertThat(faults(PAUSED)).isEmpty();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "Paused" | "Deleted" | action is one of
            PT05M21S | 2016-08-01T06:00:00.000Z | currentTime is a duration
            PT20M20S | 20:20 | duration is a duration
            "VideoObject" | "Person" | object is one of
            "MediaLocation" | "Session" | target is one of
            urn:uuid:956b4a02-8de0-4991 | urn:uuid:956b4a02-8de0-1991 | version 4 UUID
            v1p2 | v1p1 | @context
            10:15:00.000Z | 10:15:00Z | eventTime
            "profile": "MediaProfile" | "profile": "ReadingProfile" | profile is one of
            "extensions": | "speed": 2, "extensions": | own data only under extensions
            "name": "Welcome" | "name": "" | $.object.name is blank
            "name": "Welcome" | "name": null | $.object.name is null
            "name": "Welcome" | "title": "Welcome" | object has more than VideoObject may
            https://example.edu/users/554433 | 554433 | actor.id is an IRI
            "eventTime" | "when" | required
            "roles": ["Learner", | "roles": [ | membership.roles are Caliper's
            ["Learner", "Learner#GuestLearner"] | ["Wizard"] | membership.roles are Caliper's
            ["Learner", "Learner#GuestLearner"] | "Learner" | membership.roles are Caliper's
            "LtiSession" | "Session" | federatedSession is one of
            "iss": | "email": | none says who
            {"iss": "https://lms.example.edu"} | "LtiResourceLinkRequest" | messageParameters are claims
            LtiContextId | CourseCode | identifiers of systems
            "member": "https://example.edu/users/1" | "member": "1" | membership.member is an IRI
            """)
    void saysWhatIsWrong(String right, String wrong, String fault) {
        assertThat(PAUSED).contains(right);
        assertThat(String.join("\n", faults(PAUSED.replace(right, wrong)))).contains(fault);
    }

    @Test
    void knowsAnEnvelope() {
        JsonObject envelope = Json.createObjectBuilder()
                .add("sensor", "https://example.edu/sensors/1")
                .add("sendTime", "2016-11-15T10:15:00.000Z")
                .add("dataVersion", "http://purl.imsglobal.org/ctx/caliper/v1p2")
                .add("data", Json.createArrayBuilder().add(object(PAUSED)))
                .build();
        assertThat(CaliperCheck.envelopeFaults(envelope)).isEmpty();
        assertThat(CaliperCheck.envelopeFaults(
                        Json.createObjectBuilder(envelope).add("note", "x").build()))
                .hasSize(1);
        assertThat(CaliperCheck.envelopeFaults(Json.createObjectBuilder(envelope)
                        .add("data", Json.createArrayBuilder())
                        .build()))
                .hasSize(1);
    }

    @Test
    void aSessionEndsOnce() {
        JsonObject started = object(PAUSED.replace("Paused", "Started").replace("4cab", "4ca0"));
        JsonObject ended = object(PAUSED.replace("Paused", "Ended").replace("4cab", "4ca1"));
        JsonObject again = object(PAUSED.replace("Paused", "Ended").replace("4cab", "4ca2"));
        assertThat(CaliperCheck.sessionFaults(List.of(started, ended))).isEmpty();
        assertThat(CaliperCheck.sessionFaults(List.of(started, ended, again))).hasSize(1);
        assertThat(CaliperCheck.sessionFaults(List.of(ended))).hasSize(1);
        assertThat(CaliperCheck.sessionFaults(List.of(started, started))).isNotEmpty();
    }

    private static List<String> faults(String event) {
        return CaliperCheck.faults(event.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
