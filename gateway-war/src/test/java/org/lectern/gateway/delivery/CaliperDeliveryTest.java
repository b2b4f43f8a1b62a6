package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.lrs.Standard;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.caliper.CaliperClient;
import org.lectern.gateway.caliper.CaliperLanes;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.delivery.StrictEndpoint.Says;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.OutboundSettings;
import org.lectern.gateway.outbox.OutboxEntry;

/** From a committed outbox row to a Caliper endpoint, over real HTTP and a real database. */
class CaliperDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TenantId ACME = new TenantId("acme");
    private static final String CONTEXT = "http://purl.imsglobal.org/ctx/caliper/v1p2";
    private static Jdbi jdbi;

    private final StrictEndpoint endpoint = new StrictEndpoint();
    private final OutboundHttp http = new OutboundHttp(new OutboundSettings(true, 16, 8, "test"));
    private volatile Tenants known;
    private Node node;

    @BeforeAll
    static void database() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void start() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane, lane_head, dead_letter restart identity"));
        setUp("secret");
        Tenants now = new Tenants() {
            @Override
            public List<Tenant> all() {
                return known.all();
            }

            @Override
            public Optional<Tenant> find(TenantId id) {
                return known.find(id);
            }
        };
        CaliperLanes lanes = new CaliperLanes(
                now, new CaliperClient(http, Clock.systemUTC()), URI.create("https://video.example.edu"));
        node = new Node(jdbi, Duration.ofSeconds(2), 4, 1 << 20, List.of(lanes));
        setUp("secret");
        node.started();
    }

    @AfterEach
    void stop() {
        node.close();
        http.close();
        endpoint.close();
    }

    private void setUp(String token) {
        Destination events = new Destination(
                "events",
                Standard.CALIPER,
                endpoint.address(),
                new LrsCredentials.Bearer(token),
                "1.2",
                Dialect.STANDARD,
                List.of("caliper"),
                false,
                1);
        Destination lrs = new Destination(
                "lrs",
                URI.create("http://127.0.0.1:9/xapi/"),
                new LrsCredentials.Bearer("x"),
                "1.0.3",
                Dialect.STANDARD,
                List.of("video-profile"),
                false,
                1);
        Tenant acme = new Tenant(
                ACME,
                "Acme",
                List.of(),
                List.of(lrs, events),
                List.of(),
                new ProgressPolicy.Milestones(),
                BigDecimal.ONE,
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                Map.of());
        known = new DeclaredTenants(List.of(acme), List.of());
        if (node != null) {
            node.tenants.put(ACME, acme);
        }
    }

    @Test
    void joinsTheFrozenBytesIntoOneEnvelope() {
        OutboxEntry first = event("first");
        OutboxEntry second = event("second");
        node.accept(List.of(first, second));
        delivered();

        String body = endpoint.envelopes.get(0);
        JsonObject envelope = StrictEndpoint.parse(body);
        assertThat(envelope.keySet()).containsExactly("sensor", "sendTime", "dataVersion", "data");
        assertThat(envelope.getString("sensor")).isEqualTo("https://video.example.edu/sensors/acme");
        assertThat(envelope.getString("dataVersion")).isEqualTo(CONTEXT);
        assertThat(envelope.getString("sendTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(body).endsWith("\"data\":[" + text(first) + "," + text(second) + "]}");
    }

    @Test
    void deliversInOrderWithTheSameBytesAfterTheEndpointWasBroken() {
        endpoint.rule = body -> Optional.of(Says.status(500));
        List<String> ids = node.accept(events(30, ""));
        Until.holds(
                () -> {
                    node.passTime();
                    return endpoint.envelopes.size() > 2;
                },
                SOON);
        String first = endpoint.envelopes.get(1);
        endpoint.rule = body -> Optional.empty();
        delivered();
        assertThat(endpoint.held).isEqualTo(ids);
        assertThat(first.replaceFirst("\"sendTime\":\"[^\"]*\"", ""))
                .as("a probe: the first event as it is sent every time")
                .contains("\"data\":[");
    }

    @Test
    void splitsByWhatTheEndpointSaysItTakesAndAsksOnce() {
        endpoint.takes(2, "http://purl.imsglobal.org/ctx/caliper/v1p1", CONTEXT);
        List<String> ids = node.accept(events(40, "x".repeat(200)));
        delivered();
        assertThat(endpoint.held).isEqualTo(ids);
        assertThat(endpoint.envelopes)
                .hasSizeGreaterThan(5)
                .allSatisfy(body ->
                        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2000));
        node.accept(events(3, ""));
        delivered();
        assertThat(endpoint.asked).hasValue(1);
    }

    @Test
    void anEventThatIsTooLongForTheEndpointIsADeadLetterAndWasNeverSent() {
        endpoint.takes(1, CONTEXT);
        OutboxEntry giant = event("g".repeat(2000));
        OutboxEntry before = event("before");
        OutboxEntry after = event("after");
        node.accept(List.of(before, giant, after));
        delivered();
        assertThat(endpoint.held)
                .containsExactly(
                        before.statementId().toString(), after.statementId().toString());
        assertThat(dead()).hasSize(1);
        assertThat(dead().get(0).reason()).isEqualTo("too-large");
        assertThat(dead().get(0).detail().orElseThrow()).contains("bytes of events at once");
        assertThat(endpoint.envelopes).noneMatch(body -> body.length() > 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void oneRefusedEventIsADeadLetterWithTheEndpointsWordsAndTheRestGoesOn(int status) {
        endpoint.rule = body -> body.contains("poison")
                ? Optional.of(new Says(status, Map.of(), "{\"detail\":\"I do not like poison\"}"))
                : Optional.empty();
        List<OutboxEntry> all = new ArrayList<>(events(20, ""));
        all.add(13, event("poison"));
        List<String> ids = node.accept(all);
        delivered();
        List<String> rest = new ArrayList<>(ids);
        rest.remove(13);
        assertThat(endpoint.held).containsExactlyElementsOf(rest);
        assertThat(dead()).hasSize(1);
        assertThat(dead().get(0).reason()).isEqualTo("refused");
        assertThat(dead().get(0).destination()).isEqualTo("events");
        assertThat(dead().get(0).detail().orElseThrow()).contains("" + status, "I do not like poison");

        endpoint.rule = body -> Optional.empty();
        new DeadLetters(jdbi, node.outbox).resend(ACME, dead().get(0).id());
        delivered();
        assertThat(endpoint.held).last().isEqualTo(ids.get(13));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 415})
    void pausesWhenOnlyAPersonCanHelpAndGoesOnWhenSettingsChange(int status) {
        endpoint.rule = body -> Optional.of(Says.status(status));
        List<String> ids = node.accept(events(5, ""));
        Until.holds(() -> node.lane(ACME).state().equals("paused"), SOON);
        assertThat(node.lane(ACME).reason().orElseThrow()).contains("HTTP " + status);
        assertThat(node.lane(ACME).destination()).isEqualTo("events");
        endpoint.rule = body -> Optional.empty();
        endpoint.token = "corrected";
        setUp("corrected");
        delivered();
        assertThat(endpoint.held).isEqualTo(ids);
    }

    @Test
    void pausesWhenTheEndpointTakesOtherVersionsOnly() {
        endpoint.takes(500, "http://purl.imsglobal.org/ctx/caliper/v1p1");
        node.accept(events(2, ""));
        Until.holds(() -> node.lane(ACME).state().equals("paused"), SOON);
        assertThat(node.lane(ACME).reason().orElseThrow()).contains("other versions of Caliper than 1.2", "v1p1");
        assertThat(endpoint.envelopes).isEmpty();
    }

    @Test
    void learnsFrom413OfAnEndpointThatSaysNothing() {
        endpoint.rule = body -> body.length() > 1500 ? Optional.of(Says.status(413)) : Optional.empty();
        List<String> ids = node.accept(events(40, "x".repeat(100)));
        delivered();
        assertThat(endpoint.held).isEqualTo(ids);
        int envelopes = endpoint.envelopes.size();
        node.accept(events(40, "x".repeat(100)));
        delivered();
        assertThat(endpoint.envelopes.subList(envelopes, endpoint.envelopes.size()))
                .allSatisfy(body -> assertThat(body).hasSizeLessThanOrEqualTo(1500));
        assertThat(dead()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheEndpointAsks() {
        endpoint.rule = body -> Optional.of(new Says(429, Map.of("Retry-After", "120"), ""));
        node.accept(events(2, ""));
        Until.holds(() -> node.lane(ACME).state().equals("backing-off"), SOON);
        LaneCommands.SeenLane lane = node.lane(ACME);
        assertThat(Duration.between(Instant.now(), lane.until().orElseThrow()))
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(121));
    }

    @Test
    void archivedStatementsAreNotReplayedToAnEndpointOfAnotherStandard() {
        Replay replay = new Replay(jdbi, known, node.outbox);
        Instant now = Instant.now();
        assertThat(replay.replay(new Replay.Order(ACME, "lrs", "events", now.minusSeconds(60), now)))
                .isEmpty();
        node.accept(events(3, ""));
        delivered();
        assertThat(replay.replay(new Replay.Order(ACME, "events", "events", now.minusSeconds(60), now.plusSeconds(60))))
                .contains(3L);
        delivered();
        assertThat(endpoint.held).hasSize(6);
    }

    private void delivered() {
        Until.holds(
                () -> {
                    node.passTime();
                    return node.lane(ACME).depth() == 0;
                },
                SOON);
    }

    private List<DeadLetters.DeadLetter> dead() {
        return new DeadLetters(jdbi, node.outbox).open(ACME, 0, 10);
    }

    private static List<OutboxEntry> events(int count, String word) {
        List<OutboxEntry> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(i + word));
        }
        return events;
    }

    private static OutboxEntry event(String word) {
        UUID id = UUID.randomUUID();
        String body = "{\"@context\":\"" + CONTEXT + "\",\"id\":\"urn:uuid:" + id + "\",\"n\" : \"" + word + "\"}";
        return new OutboxEntry(ACME, "events", 0, id, "a", Instant.EPOCH, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(OutboxEntry entry) {
        return new String(entry.body(), StandardCharsets.UTF_8);
    }
}
