package org.lectern.gateway.operations.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);
    private static final String TOKEN = "t".repeat(43);
    private static final String RUNNING =
            "{\"tenant\":\"acme\",\"destination\":\"lrs\",\"shard\":0,\"state\":\"running\",\"byHand\":false,"
                    + "\"since\":\"2026-11-21T02:00:00Z\",\"depth\":0,\"delivered\":1234,\"dead\":0}";
    private static final String PAUSED =
            "{\"tenant\":\"umbrella\",\"destination\":\"lrs\",\"shard\":0,\"state\":\"paused\",\"byHand\":false,"
                    + "\"since\":\"2026-11-22T01:58:00Z\",\"until\":\"2026-11-22T02:58:00Z\",\"depth\":20,\"oldestAge\":120,"
                    + "\"delivered\":7,\"dead\":1,\"reason\":\"HTTP 401: wrong credentials\"}";

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> requests = new ArrayList<>();
    private HttpServer gateway;
    private int status = 200;
    private String answer = "{\"items\":[]}";

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        Files.writeString(data.resolve("operator.token"), TOKEN + "\n");
        Files.writeString(
                data.resolve("lectern.url"),
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "\n");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes =
                (known ? answer : "{\"detail\":\"This needs the operator's token.\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? status : 401, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private int run(String... arguments) {
        return new Admin(
                        Map.of("LECTERN_DATA", data.toString()),
                        CLOCK,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsLanesAsAlignedColumnsWithAgesInWords() {
        answer = "{\"items\":[" + RUNNING + "," + PAUSED + "]}";
        run("lanes");
        assertThat(printed().lines())
                .containsExactly(
                        "TENANT    DESTINATION  SHARD  STATE    SINCE      WAITING  OLDEST     DELIVERED  DEAD  NEXT TRY       WHY",
                        "acme      lrs              0  running  24 hours         0                  1234     0",
                        "umbrella  lrs              0  paused   2 minutes       20  2 minutes          7     1  in 58 minutes  HTTP 401:"
                                + " wrong credentials");
    }

    @Test
    void endsWithTenWhenALaneIsPausedAndWithZeroWhenNoneIs() {
        answer = "{\"items\":[" + RUNNING + "," + PAUSED + "]}";
        assertThat(run("lanes")).isEqualTo(10);
        answer = "{\"items\":[" + RUNNING + "]}";
        assertThat(run("lanes")).isZero();
        answer = "{\"items\":[" + RUNNING.replace("running", "backing-off") + "]}";
        assertThat(run("lanes")).isZero();
    }

    @Test
    void printsTheApisOwnAnswerForScripts() {
        answer = "{\"items\":[" + RUNNING + "]}";
        assertThat(run("lanes", "--json")).isZero();
        assertThat(printed().strip()).isEqualTo(answer);
    }

    @Test
    void asksWithFiltersAndTellsHowToSeeTheRest() {
        answer =
                "{\"items\":[{\"id\":9,\"at\":\"2026-11-22T01:00:00Z\",\"verdict\":\"accepted\",\"correlation\":\"c\"}],\"next\":\"9\"}";
        assertThat(run("launches", "--tenant", "acme", "--limit=1")).isZero();
        assertThat(requests).containsExactly("GET /api/v1/admin/launches?tenant=acme&limit=1 ");
        assertThat(printed()).contains("2026-11-22 01:00:00Z", "There are more: --before 9");
    }

    @Test
    void tellsLanesWhatToDo() {
        answer = "{\"items\":[" + PAUSED + "]}";
        assertThat(run("pause", "--tenant", "acme", "--reason", "LRS moves")).isZero();
        assertThat(run("resume", "--tenant", "acme", "--destination", "re search"))
                .isZero();
        assertThat(run("probe", "--tenant", "acme")).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/admin/lanes/acme/lrs/pause {\"reason\":\"LRS moves\"}",
                        "POST /api/v1/admin/lanes/acme/re%20search/resume {}",
                        "POST /api/v1/admin/lanes/acme/lrs/probe {}");
    }

    @Test
    void extractsTheLaunchLogAsProofOldestFirst() {
        answer = "{\"items\":[{\"id\":9,\"at\":\"2026-11-22T01:00:00Z\",\"messageType\":\"LtiResourceLinkRequest\","
                + "\"verdict\":\"accepted\",\"checked\":[\"form\",\"state\"],\"correlation\":\"c2\"},"
                + "{\"id\":8,\"at\":\"2026-11-22T00:59:00Z\",\"verdict\":\"jwt.kid_missing\",\"checked\":[\"form\"],"
                + "\"correlation\":\"c1\",\"detail\":\"the header names no key (kid)\"}]}";
        assertThat(run("launches", "--extract", "--tenant", "acme")).isZero();
        assertThat(printed().lines())
                .containsExactly(
                        "AT                    MESSAGE TYPE            VERDICT          CORRELATION  CHECKED      DETAIL",
                        "2026-11-22 00:59:00Z                          jwt.kid_missing  c1           form         the header names"
                                + " no key (kid)",
                        "2026-11-22 01:00:00Z  LtiResourceLinkRequest  accepted         c2           form, state");
    }

    @Test
    void rotatesAndRevokesKeysByTwoWords() {
        answer =
                "{\"items\":[{\"kid\":\"k1\",\"state\":\"revoked\",\"since\":\"2026-11-22T02:00:00Z\",\"why\":\"stolen\"}]}";
        assertThat(run("keys", "rotate")).isZero();
        assertThat(run("keys", "revoke", "--kid", "k/1", "--why", "stolen")).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/admin/keys/rotate {}",
                        "POST /api/v1/admin/keys/k%2F1/revoke {\"why\":\"stolen\"}");
        assertThat(printed()).contains("KID  STATE    SINCE", "k1   revoked  2026-11-22 02:00:00Z", "stolen");
        assertThat(run("keys", "revoke", "--kid", "k1")).isEqualTo(2);
        assertThat(run("keys", "burn")).isEqualTo(2);
        assertThat(complaint()).contains("there is no command 'keys burn'");
    }

    @Test
    void showsADeadLetterWithItsStatement() {
        answer = "{\"id\":5,\"reason\":\"refused\",\"statement\":{\"result\":{\"score\":0.10}}}";
        assertThat(run("dead-letters", "--id", "5")).isZero();
        assertThat(requests).containsExactly("GET /api/v1/admin/dead-letters/5 ");
        assertThat(printed()).contains("reason     refused", "\"score\": 0.10");
    }

    @Test
    void listsRolesOrSaysWhatTheyMean() {
        run("roles", "--tenant", "acme");
        answer =
                "{\"tenant\":\"acme\",\"platform\":\"moodle\",\"instructor\":[],\"learner\":[],\"source\":\"standard\"}";
        assertThat(run("roles", "--tenant", "acme", "--platform", "moodle", "--instructor", "a,b"))
                .isZero();
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/admin/roles?tenant=acme ",
                        "POST /api/v1/admin/roles/acme/moodle {\"instructor\":\"a,b\"}");
        assertThat(run("roles", "--instructor", "a")).isEqualTo(2);
    }

    @Test
    void resendsDiscardsAndReplays() {
        answer = "{\"statements\":1}";
        assertThat(run("resend", "--id", "5")).isZero();
        assertThat(run("resend", "--tenant", "acme", "--reason", "refused")).isZero();
        assertThat(run("discard", "--id", "5", "--why", "test course")).isZero();
        assertThat(run("replay", "--tenant=acme", "--from=2026-01-01", "--to=2026-02-01", "--to-destination=research"))
                .isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/admin/dead-letters/5/resend {}",
                        "POST /api/v1/admin/dead-letters/resend {\"tenant\":\"acme\",\"reason\":\"refused\"}",
                        "POST /api/v1/admin/dead-letters/5/discard {\"why\":\"test course\"}",
                        "POST /api/v1/admin/replay {\"tenant\":\"acme\",\"from\":\"2026-01-01\",\"to\":\"2026-02-01\","
                                + "\"destination\":\"lrs\",\"toDestination\":\"research\"}");
        assertThat(printed()).contains("1 statement is on its way again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explode",
                "lanes extra",
                "lanes --why x",
                "lanes --tenant",
                "pause --tenant acme",
                "resend",
                "discard --id 5",
                "replay --tenant acme",
                "lanes --tenant a --tenant b",
                "lanes --url nonsense",
                "lanes --url ftp://127.0.0.1"
            })
    void endsWithTwoWhenTheCommandLineMakesNoSense(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(complaint()).startsWith("lectern admin: ");
        assertThat(requests).isEmpty();
    }

    @Test
    void endsWithOneAndTheGatewaysWordsWhenItRefuses() {
        status = 404;
        answer = "{\"title\":\"lane.unknown\",\"detail\":\"No such\\u001b[31m lane.\"}";
        assertThat(run("resume", "--tenant", "acme")).isEqualTo(1);
        assertThat(complaint()).contains("No such [31m lane.").doesNotContain("\u001b");
    }

    @Test
    void endsWithOneWhenSomethingElseAnswers() {
        answer = "<html>";
        assertThat(run("lanes")).isEqualTo(1);
    }

    @Test
    void endsWithThreeWhenNoGatewayAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(run("lanes", "--url", "http://127.0.0.1:" + free)).isEqualTo(3);
        assertThat(complaint()).contains("is it running?");
    }

    @Test
    void endsWithThreeWhenNoGatewayEverRanHere(@TempDir Path empty) {
        assertThat(run("lanes", "--data", empty.toString())).isEqualTo(3);
        assertThat(complaint()).contains("--data");
    }

    @Test
    void endsWithFourWhenTheTokenIsWrongOrMissing() throws IOException {
        Files.writeString(data.resolve("operator.token"), "wrong\n");
        assertThat(run("tenants")).isEqualTo(4);
        Files.delete(data.resolve("operator.token"));
        assertThat(run("tenants")).isEqualTo(4);
        assertThat(printed() + complaint()).doesNotContain(TOKEN);
    }

    @Test
    void invitesAndPrintsTheLinkFirst() {
        answer = "{\"id\":3,\"tenant\":\"acme\",\"active\":true,\"expires\":\"2026-11-29T02:00:00Z\","
                + "\"link\":\"https://video.example.edu/lti/register/secret\"}";
        assertThat(run("invite", "--tenant", "acme", "--active", "--days", "3")).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/admin/invitations {\"tenant\":\"acme\",\"days\":\"3\",\"active\":\"true\"}");
        assertThat(printed().lines().findFirst()).contains("https://video.example.edu/lti/register/secret");
        assertThat(printed()).contains("until 2026-11-29 02:00:00Z", "may launch at once");
        assertThat(run("invite")).isEqualTo(2);
    }

    @Test
    void decidesAboutRegistrationsAndDeployments() {
        answer = "{\"tenant\":\"acme\",\"platform\":\"moodle\",\"state\":\"active\",\"deployments\":[\"5\"]}";
        assertThat(run("activate", "--tenant", "acme", "--platform", "moodle")).isZero();
        assertThat(run("deactivate", "--tenant", "acme", "--platform", "moodle"))
                .isZero();
        assertThat(run("update", "--tenant", "acme", "--platform", "moodle")).isZero();
        assertThat(run("remove", "--tenant", "acme", "--platform", "mo/odle")).isZero();
        assertThat(run("approve", "--tenant", "acme", "--platform", "moodle", "--deployment", "5"))
                .isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/admin/registrations/acme/moodle/activate {}",
                        "POST /api/v1/admin/registrations/acme/moodle/deactivate {}",
                        "POST /api/v1/admin/registrations/acme/moodle/update {}",
                        "POST /api/v1/admin/registrations/acme/mo%2Fodle/remove {}",
                        "POST /api/v1/admin/registrations/acme/moodle/approve {\"deployment\":\"5\"}");
        assertThat(printed()).contains("TENANT  PLATFORM  STATE", "acme    moodle    active");
        assertThat(run("approve", "--tenant", "acme", "--platform", "moodle")).isEqualTo(2);
    }

    @Test
    void listsWhoMayFrameOrSaysIt() {
        run("origins", "--tenant", "acme", "--platform", "canvas");
        answer = "{\"tenant\":\"acme\",\"platform\":\"canvas\",\"entered\":[\"https://canvas.school.edu\"],"
                + "\"allowed\":[\"https://*.instructure.com\",\"https://canvas.school.edu\"],\"source\":\"database\"}";
        assertThat(run("origins", "--tenant", "acme", "--platform", "canvas", "--origins", "https://canvas.school.edu"))
                .isZero();
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/admin/origins?platform=canvas&tenant=acme ",
                        "POST /api/v1/admin/origins/acme/canvas {\"origins\":\"https://canvas.school.edu\"}");
        assertThat(printed()).contains("MAY FRAME", "https://*.instructure.com");
        assertThat(run("origins", "--origins", "none")).isEqualTo(2);
    }

    @Test
    void helpNamesEveryCommandAndTheExitNumbers() {
        assertThat(run()).isZero();
        assertThat(run("lanes", "--help")).isZero();
        assertThat(printed())
                .contains(
                        "tenants",
                        "launches",
                        "registrations",
                        "roles",
                        "deployments",
                        "keys",
                        "lanes",
                        "pause",
                        "resume",
                        "probe")
                .contains("dead-letters", "resend", "discard", "replay", "failed-tellings", "10 (lanes only)")
                .contains("invite", "invitations", "activate", "deactivate", "remove", "update", "approve");
        assertThat(requests).isEmpty();
    }

    @Test
    void everyListCanBeEmptyAndEveryRowMayLackFields() {
        List<String> lists = List.of(
                "tenants",
                "registrations",
                "invitations",
                "roles",
                "origins",
                "deployments",
                "launches",
                "keys",
                "lanes",
                "dead-letters",
                "failed-tellings");
        for (String list : lists) {
            answer = "{\"items\":[]}";
            assertThat(run(list)).as(list).isZero();
            answer = "{\"items\":[{\"state\":\"running\",\"destinations\":[]}]}";
            assertThat(run(list)).as(list).isZero();
        }
        assertThat(complaint()).isEmpty();
    }
}
