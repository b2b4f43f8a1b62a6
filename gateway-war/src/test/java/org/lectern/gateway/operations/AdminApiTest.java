package org.lectern.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.operations.PracticeOperations.items;
import static org.lectern.gateway.operations.PracticeOperations.json;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.database.TestDatabase;

class AdminApiTest {

    private static final String READING =
            "tenants,registrations,origins,roles,launches,deployments,keys,lanes,dead-letters,failed-tellings";

    @TempDir
    Path data;

    private PracticeOperations operations;

    @BeforeEach
    void open() throws IOException {
        operations = new PracticeOperations(TestDatabase.jdbi(), data);
    }

    @AfterEach
    void close() {
        operations.close();
    }

    @Test
    void showsNothingToStrangers() {
        for (String path : READING.split(",")) {
            HttpResponse<String> answer = operations.stranger(path);
            assertThat(answer.statusCode()).as(path).isIn(401, 429);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain("items");
        }
    }

    @Test
    void doesNotOpenToALearnersToken() {
        HttpResponse<String> answer = operations.stranger("tenants", "Bearer " + "l".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).getString("title")).isEqualTo("operator.unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void slowsGuessersDownButNeverTheOperator() {
        int last = 0;
        for (int i = 0; i < 12; i++) {
            last = operations.stranger("tenants", "Bearer guess" + i).statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(operations.get("tenants").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTenantsAndRegistrationsWithoutSecrets() {
        JsonObject acme = items(operations.get("tenants")).get(0);
        assertThat(acme.getString("id")).isEqualTo("acme");
        assertThat(acme.getString("source")).isEqualTo("file");
        assertThat(acme.getJsonArray("destinations").getJsonObject(0).getString("endpoint"))
                .isEqualTo("https://lrs.acme.example/xapi/");
        List<JsonObject> registrations = items(operations.get("registrations?tenant=umbrella"));
        assertThat(registrations).hasSize(1);
        assertThat(registrations.get(0).getString("issuer")).isEqualTo("https://lms.umbrella.example");
        assertThat(registrations.get(0).getJsonArray("deployments").toString()).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void neverAnswersWithASecret() {
        operations.jdbi.useHandle(
                handle -> handle.execute(
                        "insert into tool_key (kid, state, created, since, sealed) values ('k1', 'active', now(), now(), 'sealed-private-part')"));
        long letter = operations.dead("acme", "refused");
        for (String path : (READING + ",dead-letters/" + letter).split(",")) {
            HttpResponse<String> answer = operations.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(PracticeOperations.SECRET, PracticeOperations.KEY, "sealed");
        }
    }

    @Test
    void revokesAKeyAtOnceAndWritesDownWhy() {
        String stolen = operations.keys.keys().active().kid();
        String next = operations.keys.keys().next().orElseThrow().kid();
        assertThat(operations.post("keys/" + stolen + "/revoke", "{}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> answer =
                operations.post("keys/" + stolen + "/revoke", "{\"why\":\"a laptop was stolen\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, JsonObject> keys =
                items(answer).stream().collect(Collectors.toMap(key -> key.getString("kid"), key -> key));
        assertThat(keys.get(stolen).getString("state")).isEqualTo("revoked");
        assertThat(keys.get(stolen).getString("why")).isEqualTo("a laptop was stolen");
        assertThat(keys.get(stolen)).doesNotContainKey("until");
        assertThat(keys.get(next).getString("state")).isEqualTo("active");
        assertThat(keys.get(next)).containsKeys("since", "until");
        assertThat(operations.keys.keys().publicJwks()).doesNotContain(stolen).contains(next);
        assertThat(operations.deeds())
                .contains("operator token: - key.revoke kid=" + stolen + " why=a laptop was stolen");
        HttpResponse<String> unknown = operations.post("keys/nobodys/revoke", "{\"why\":\"x\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).getString("title")).isEqualTo("key.unknown");
    }

    @Test
    void doesNotRotateToAKeyThatPlatformsMayNotKnow() {
        String active = operations.keys.keys().active().kid();
        HttpResponse<String> early = operations.post("keys/rotate", "");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).getString("title")).isEqualTo("key.next_too_young");
        operations.jdbi.useHandle(
                handle -> handle.execute("update tool_key set since = since - interval '8 days' where state = 'next'"));
        assertThat(operations.post("keys/rotate", "").statusCode()).isEqualTo(200);
        assertThat(operations.keys.keys().active().kid()).isNotEqualTo(active);
        assertThat(operations.keys.keys().publicJwks()).contains(active);
        assertThat(operations.deeds()).contains("operator token: - key.rotate before its time");
    }

    @Test
    void listsLaunchesNewestFirstPageByPage() {
        operations.jdbi.useHandle(handle -> {
            for (int i = 1; i <= 5; i++) {
                handle.execute(
                        "insert into launch_log (correlation, tenant, verdict) values (?, ?, ?)",
                        "c" + i,
                        i == 3 ? "umbrella" : "acme",
                        i == 5 ? "jwt.kid_unknown" : "accepted");
            }
        });
        JsonObject first = json(operations.get("launches?limit=2"));
        assertThat(first.getJsonArray("items").toString()).contains("c5", "c4").doesNotContain("c3");
        JsonObject second = json(operations.get("launches?limit=3&before=" + first.getString("next")));
        assertThat(second.getJsonArray("items")).hasSize(3);
        assertThat(second).doesNotContainKey("next");
        assertThat(items(operations.get("launches?tenant=umbrella"))).hasSize(1);
        assertThat(items(operations.get("launches?verdict=jwt.kid_unknown"))).hasSize(1);
    }

    @Test
    void listsDeploymentsThatNobodyClaims() {
        operations.jdbi.useHandle(
                handle -> handle.execute(
                        "insert into parked_deployment (issuer, client_id, deployment_id, launches) values ('https://i', 'c', 'd9', 7)"));
        JsonObject parked = items(operations.get("deployments")).get(0);
        assertThat(parked.getString("deploymentId")).isEqualTo("d9");
        assertThat(parked.getInt("launches")).isEqualTo(7);
    }

    @Test
    void showsWhatWaitsInALane() {
        operations.accepted("acme");
        operations.accepted("acme");
        operations.jdbi.useHandle(handle ->
                handle.execute("update outbox set accepted = now() - interval '90 seconds' where position = 1"));
        JsonObject lane = items(operations.get("lanes?tenant=acme")).get(0);
        assertThat(lane.getString("state")).isEqualTo("running");
        assertThat(lane.getInt("depth")).isEqualTo(2);
        assertThat(lane.getInt("oldestAge")).isBetween(90, 120);
        assertThat(items(operations.get("lanes?tenant=umbrella"))).isEmpty();
    }

    @Test
    void tellsNoAgeForAnEmptyLane() {
        operations.dead("acme", "refused");
        JsonObject lane = items(operations.get("lanes")).get(0);
        assertThat(lane.getInt("depth")).isZero();
        assertThat(lane).doesNotContainKey("oldestAge");
    }

    @Test
    void pausesResumesAndProbesALaneAndWritesDownWhoDidIt() {
        operations.accepted("acme");
        operations.accepted("umbrella");
        JsonObject paused = items(operations.post("lanes/acme/lrs/pause", "{\"reason\":\"LRS\\nmoves\"}"))
                .get(0);
        assertThat(paused.getString("state")).isEqualTo("paused");
        assertThat(paused.getString("reason")).isEqualTo("LRS moves");
        assertThat(paused.getBoolean("byHand")).isTrue();
        assertThat(items(operations.get("lanes?tenant=umbrella")).get(0).getString("state"))
                .isEqualTo("running");
        assertThat(operations.post("lanes/acme/lrs/probe", "").statusCode()).isEqualTo(200);
        JsonObject resumed =
                items(operations.post("lanes/acme/lrs/resume", "{}")).get(0);
        assertThat(resumed.getString("state")).isEqualTo("running");
        assertThat(operations.deeds())
                .containsExactly(
                        "operator token: acme lane.pause destination=lrs reason=LRS moves",
                        "operator token: acme lane.probe destination=lrs",
                        "operator token: acme lane.resume destination=lrs");
    }

    @Test
    void showsADeadLetterWithItsStatementAndTheWordsOfTheLrs() {
        long id = operations.dead("acme", "refused");
        JsonObject listed = items(operations.get("dead-letters?tenant=acme")).get(0);
        assertThat(listed.getString("reason")).isEqualTo("refused");
        assertThat(listed).doesNotContainKey("statement");
        JsonObject shown = json(operations.get("dead-letters/" + id));
        assertThat(shown.getString("detail")).isEqualTo("verb is missing");
        assertThat(shown.getJsonObject("statement").toString()).contains("\"scaled\":0.10");
    }

    @Test
    void listsDeadLettersOldestFirstPageByPage() {
        long first = operations.dead("acme", "refused");
        operations.dead("umbrella", "refused");
        long third = operations.dead("acme", "conflict");
        JsonObject page = json(operations.get("dead-letters?limit=1"));
        assertThat(page.getString("next")).isEqualTo(Long.toString(first));
        assertThat(items(operations.get("dead-letters?after=" + first))).hasSize(2);
        assertThat(items(operations.get("dead-letters?tenant=acme&after=" + first))
                        .get(0)
                        .getInt("id"))
                .isEqualTo((int) third);
    }

    @Test
    void resendsADeadLetterOnce() {
        long id = operations.dead("acme", "refused");
        JsonObject resent = json(operations.post("dead-letters/" + id + "/resend", ""));
        assertThat(resent.getString("outcome")).isEqualTo("resent");
        assertThat(items(operations.get("lanes?tenant=acme")).get(0).getInt("depth"))
                .isEqualTo(1);
        HttpResponse<String> again = operations.post("dead-letters/" + id + "/resend", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).getString("title")).isEqualTo("dead_letter.closed");
        assertThat(items(operations.get("dead-letters"))).isEmpty();
        assertThat(operations.deeds()).containsExactly("operator token: acme dead-letter.resend id=" + id);
    }

    @Test
    void resendsAllOfATenantThatDiedForOneReason() {
        operations.dead("acme", "refused");
        operations.dead("acme", "refused");
        operations.dead("acme", "conflict");
        operations.dead("umbrella", "refused");
        JsonObject answer =
                json(operations.post("dead-letters/resend", "{\"tenant\":\"acme\",\"reason\":\"refused\"}"));
        assertThat(answer.getInt("statements")).isEqualTo(2);
        assertThat(items(operations.get("dead-letters"))).hasSize(2);
    }

    @Test
    void discardsADeadLetterOnlyWithAReason() {
        long id = operations.dead("acme", "refused");
        HttpResponse<String> silent = operations.post("dead-letters/" + id + "/discard", "{}");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json(silent).getString("title")).isEqualTo("why.missing");
        JsonObject done = json(operations.post("dead-letters/" + id + "/discard", "{\"why\":\"test course\"}"));
        assertThat(done.getString("outcomeWhy")).isEqualTo("test course");
        assertThat(operations.deeds())
                .containsExactly("operator token: acme dead-letter.discard id=" + id + " why=test course");
    }

    @Test
    void replaysWhatWasAcceptedInARangeToAnotherDestination() {
        operations.accepted("acme");
        operations.accepted("acme");
        operations.jdbi.useHandle(
                handle -> handle.execute("update outbox set accepted = '2026-01-05T12:00:00Z' where position = 1"));
        JsonObject answer = json(operations.post(
                "replay",
                "{\"tenant\":\"acme\",\"destination\":\"lrs\",\"from\":\"2026-01-05\",\"to\":\"2026-01-05T12:00:01+00:00\","
                        + "\"toDestination\":\"research\"}"));
        assertThat(answer.getInt("statements")).isEqualTo(1);
        assertThat(items(operations.get("lanes?tenant=acme")).stream()
                        .filter(lane -> lane.getString("destination").equals("research"))
                        .findFirst()
                        .orElseThrow()
                        .getInt("depth"))
                .isEqualTo(1);
        assertThat(operations.deeds().get(0)).contains("acme replay destination=lrs to-destination=research");
    }

    @Test
    void listsFailedTellingsPageByPageAndShowsTheActionOnlyWhenAskedFor() {
        UUID asked = UUID.randomUUID();
        operations.jdbi.useHandle(handle -> {
            for (UUID id : List.of(asked, UUID.randomUUID(), UUID.randomUUID())) {
                handle.execute(
                        "insert into failed_telling (id, tenant, vocabulary, action, happened, error)"
                                + " values (?, 'acme', 'kaltura', 'Played[actor=Ada]', now(), 'boom')",
                        id);
            }
        });
        JsonObject first = json(operations.get("failed-tellings?limit=2"));
        assertThat(first.toString()).contains("Played").doesNotContain("Ada");
        assertThat(items(operations.get("failed-tellings?before=" + first.getString("next"))))
                .hasSize(1);
        assertThat(json(operations.get("failed-tellings/" + asked)).getString("action"))
                .contains("Ada");
    }

    @Test
    void invitesAndTellsTheLinkOnce() {
        JsonObject made =
                json(operations.post("invitations", "{\"tenant\":\"acme\",\"active\":\"true\",\"days\":\"3\"}"));
        assertThat(made.getString("link")).startsWith("http://127.0.0.1:18260/lti/register/");
        assertThat(made.getBoolean("active")).isTrue();
        JsonObject listed = items(operations.get("invitations?tenant=acme")).get(0);
        assertThat(listed.getString("state")).isEqualTo("open");
        assertThat(listed.toString())
                .doesNotContain(made.getString("link").substring("http://127.0.0.1:18260/lti/register/".length()));
        assertThat(items(operations.get("invitations?tenant=umbrella"))).isEmpty();
        assertThat(operations.deeds().get(0)).contains("acme invitation.make days=3 active=true");
    }

    @Test
    void decidesAboutARegistrationOfTheDatabase() {
        operations.register("acme");
        assertThat(items(operations.get("registrations?tenant=acme")))
                .extracting(item ->
                        item.getString("platform") + " " + item.getString("state") + " " + item.getString("source"))
                .containsExactly("moodle active file", "moodle-2 inactive database");
        assertThat(json(operations.post("registrations/acme/moodle-2/activate", ""))
                        .getString("state"))
                .isEqualTo("active");
        assertThat(json(operations.post("registrations/acme/moodle-2/approve", "{\"deployment\":\"77\"}"))
                        .getJsonArray("deployments"))
                .hasToString("[\"77\"]");
        assertThat(json(operations.post("registrations/acme/moodle-2/update", ""))
                        .getString("title"))
                .isEqualTo("registration.not_managed");
        assertThat(json(operations.post("registrations/acme/moodle-2/deactivate", ""))
                        .getString("state"))
                .isEqualTo("inactive");
        assertThat(json(operations.post("registrations/acme/moodle-2/remove", ""))
                        .getString("state"))
                .isEqualTo("removed");
        assertThat(items(operations.get("registrations?tenant=acme"))).hasSize(1);
        assertThat(operations.deeds().toString())
                .contains("acme registration.activate platform=moodle-2")
                .contains("acme deployment.approve platform=moodle-2 deployment=77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launches?limit=0", "launches?limit=x", "launches?before=-1", "launches?tenant=No",
                "dead-letters?limit=1001", "dead-letters?after=x", "dead-letters/x", "failed-tellings?before=yesterday",
                "failed-tellings/1", "lanes?tenant=%20%27--"
            })
    void namesWhatIsWrongWithAQuery(String path) {
        HttpResponse<String> answer = operations.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("title")).endsWith(".invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes/acme/lrs/pause | {} | 400 | reason.missing
            lanes/acme/lrs/pause | | 400 | body.invalid
            lanes/acme/lrs/pause | [] | 400 | body.invalid
            lanes/acme/lrs/pause | {"reason":5} | 400 | reason.invalid
            lanes/acme/lrs/pause | {"reason":"x","until":"y"} | 400 | body.unknown_field
            lanes/acme/lrs/pause | {"reason":"x"} | 404 | lane.unknown
            lanes/ACME/lrs/resume | {} | 400 | tenant.invalid
            dead-letters/77/resend | {} | 404 | dead_letter.unknown
            dead-letters/77/discard | {"why":"x"} | 404 | dead_letter.unknown
            dead-letters/resend | {} | 400 | tenant.missing
            dead-letters/resend | {"tenant":"nobody"} | 404 | tenant.unknown
            replay | {"tenant":"nobody","destination":"lrs","from":"2026-01-01","to":"2026-01-02"} | 404 | tenant.unknown
            replay | {"tenant":"acme","destination":"none","from":"2026-01-01","to":"2026-01-02"} | 404 | destination.unknown
            replay | {"tenant":"acme","destination":"lrs","from":"2026-01-02","to":"2026-01-01"} | 400 | range.invalid
            replay | {"tenant":"acme","destination":"lrs","from":"yesterday","to":"2026-01-01"} | 400 | from.invalid
            invitations | {} | 400 | tenant.missing
            invitations | {"tenant":"nobody"} | 404 | tenant.unknown
            invitations | {"tenant":"acme","days":"0"} | 400 | days.invalid
            invitations | {"tenant":"acme","days":"x"} | 400 | days.invalid
            registrations/acme/moodle/activate | {} | 409 | registration.declared
            registrations/acme/nothing/activate | {} | 404 | registration.unknown
            origins/acme/moodle | {"origins":"https://a.example"} | 409 | registration.declared
            origins/acme/nothing | {"origins":"none"} | 404 | registration.unknown
            origins/nobody/moodle | {"origins":"none"} | 404 | tenant.unknown
            origins/acme/moodle | {"origins":"a.example"} | 400 | origins.invalid
            origins/acme/moodle | {"origins":","} | 400 | origins.invalid
            origins/acme/moodle | {} | 400 | origins.missing
            registrations/nobody/moodle/approve | {"deployment":"5"} | 404 | tenant.unknown
            """)
    void namesWhatIsWrongWithAnOrder(String path, String body, int status, String name) {
        HttpResponse<String> answer = operations.post(path, body == null ? "" : body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).getString("title")).isEqualTo(name);
    }

    @Test
    void saysWhatAPlatformsRolesMeanAndWritesItDown() {
        assertThat(items(operations.get("roles?tenant=acme")))
                .singleElement()
                .hasToString(
                        "{\"instructor\":[],\"learner\":[],\"platform\":\"moodle\",\"source\":\"standard\",\"tenant\":\"acme\"}");
        JsonObject mapped =
                json(operations.post("roles/acme/moodle", "{\"instructor\":\"Faculty, urn:example:tutor\"}"));
        assertThat(mapped.getJsonArray("instructor")).hasToString("[\"Faculty\",\"urn:example:tutor\"]");
        operations.post("roles/acme/moodle", "{\"learner\":\"TeachingAssistant\"}");
        JsonObject both =
                items(operations.get("roles?tenant=acme&platform=moodle")).get(0);
        assertThat(both.getString("source")).isEqualTo("database");
        assertThat(both.getJsonArray("instructor")).hasSize(2);
        assertThat(both.getJsonArray("learner")).hasToString("[\"TeachingAssistant\"]");
        operations.post("roles/acme/moodle", "{\"instructor\":\"none\",\"learner\":\"none\"}");
        assertThat(items(operations.get("roles?tenant=acme")).get(0).getString("source"))
                .isEqualTo("standard");
        assertThat(operations.deeds())
                .containsExactly(
                        "operator token: acme roles.map platform=moodle instructor=Faculty,urn:example:tutor learner=none",
                        "operator token: acme roles.map platform=moodle instructor=Faculty,urn:example:tutor"
                                + " learner=TeachingAssistant",
                        "operator token: acme roles.map platform=moodle instructor=none learner=none");
    }

    @Test
    void saysWhosePagesMayFrameOursAndWritesItDown() {
        operations.register("acme");
        assertThat(items(operations.get("origins?tenant=acme")))
                .extracting(item -> item.getString("platform") + " " + item.getString("source") + " "
                        + item.getJsonArray("entered") + item.getJsonArray("allowed"))
                .containsExactly(
                        "moodle file [][\"https://lms.acme.example\"]",
                        "moodle-2 database [][\"https://lms.example.edu\"]");
        JsonObject set = json(operations.post(
                "origins/acme/moodle-2", "{\"origins\":\"https://learn.school.example, https://*.portal.example\"}"));
        assertThat(set.getJsonArray("allowed"))
                .hasToString(
                        "[\"https://*.portal.example\",\"https://learn.school.example\",\"https://lms.example.edu\"]");
        operations.post("origins/acme/moodle-2", "{\"origins\":\"none\"}");
        assertThat(items(operations.get("origins?tenant=acme&platform=moodle-2"))
                        .get(0)
                        .getJsonArray("entered"))
                .isEmpty();
        assertThat(operations.deeds())
                .contains(
                        "operator token: acme registration.origins platform=moodle-2"
                                + " origins=https://*.portal.example https://learn.school.example",
                        "operator token: acme registration.origins platform=moodle-2 origins=none");
    }

    @Test
    void refusesRolesThatMakeNoSenseAndPlatformsThatAreNotThere() {
        assertThat(operations
                        .post("roles/acme/moodle", "{\"instructor\":\"two words\"}")
                        .body())
                .contains("instructor.invalid");
        assertThat(operations
                        .post("roles/acme/canvas", "{\"instructor\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operations
                        .post("roles/nobody/moodle", "{\"instructor\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operations.deeds()).isEmpty();
    }
}
