package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.delivery.StrictLrs.Says;
import org.lectern.gateway.outbox.OutboxEntry;

/** From a committed outbox row to an LRS, over real HTTP and a real database. */
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static Jdbi jdbi;

    private final StrictLrs lrs = new StrictLrs();
    private Node node;
    private TenantId acme;

    @BeforeAll
    static void database() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void start() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane, lane_head, dead_letter restart identity"));
        node = new Node(jdbi);
        acme = node.tenant("acme", lrs);
        node.started();
    }

    @AfterEach
    void stop() {
        node.close();
        lrs.close();
    }

    private void delivered() {
        Until.holds(
                () -> {
                    node.passTime();
                    return node.lane(acme).depth() == 0;
                },
                SOON);
    }

    private List<DeadLetters.DeadLetter> dead() {
        return new DeadLetters(jdbi, node.outbox).open(acme, 0, 100);
    }

    @Test
    void deliversEverythingOnceAndInOrder() {
        List<String> ids = node.accept(acme, 1234);
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(node.lane(acme).delivered()).isEqualTo(1234);
        assertThat(lrs.requests).hasSizeLessThan(15);
    }

    @Test
    void isWokenByTheOutboxRatherThanByTheClock() {
        node.accept(acme, 1);
        delivered();
        long begun = System.nanoTime();
        for (int i = 2; i <= 20; i++) {
            node.accept(acme, 1);
            int expected = i;
            Until.holds(() -> lrs.order().size() == expected, SOON);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 429, 504})
    void sendsTheSameBytesAgainAfterAnOutage(int status) {
        for (int i = 0; i < 3; i++) {
            lrs.script.add(new Says(status, Map.of("Retry-After", "1"), "try later"));
        }
        List<String> ids = node.accept(acme, 60);
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(dead()).isEmpty();
        assertThat(lrs.requests.get(1)).isEqualTo(lrs.requests.get(2));
        assertThat(lrs.requests.get(0)).startsWith(lrs.requests.get(1).replaceAll("]$", ""));
        assertThat(node.lane(acme).state()).isEqualTo("running");
    }

    @Test
    void waitsAsTheLrsAsks() {
        lrs.script.add(new Says(429, Map.of("Retry-After", "120"), ""));
        node.accept(acme, 3);
        Until.holds(() -> node.lane(acme).state().equals("backing-off"), SOON);
        LaneCommands.SeenLane lane = node.lane(acme);
        assertThat(Duration.between(lane.since(), lane.until().orElseThrow()))
                .isBetween(Duration.ofSeconds(119), Duration.ofSeconds(121));
        assertThat(lane.depth()).isEqualTo(3);
    }

    @Test
    void findsThePoisonAndDeliversTheRest() {
        List<OutboxEntry> entries = new ArrayList<>();
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean poison = i == 0 || i == 77 || i == 78 || i == 199;
            entries.add(Node.entry(acme, "a", poison ? "bad" : "n" + i));
            (poison ? bad : good).add(entries.get(i).statementId().toString());
        }
        node.accept(entries);
        delivered();
        assertThat(lrs.order()).isEqualTo(good);
        assertThat(dead()).extracting(letter -> letter.statementId().toString()).isEqualTo(bad);
        assertThat(dead()).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo("refused");
            assertThat(letter.detail()).contains("HTTP 400: field 'n' is bad");
        });
        assertThat(lrs.requests).hasSizeLessThan(60);
    }

    @Test
    void isolatesAStatementOverWhichTheLrsStumbles() {
        lrs.rule.set(body -> body.contains("poison") ? Optional.of(Says.status(500)) : Optional.empty());
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(Node.entry(acme, "a" + i % 3, i == 17 ? "poison" : "n" + i));
        }
        List<String> ids = new ArrayList<>(node.accept(entries));
        delivered();
        assertThat(dead()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("server-error");
            assertThat(letter.statementId().toString()).isEqualTo(ids.get(17));
        });
        ids.remove(17);
        assertThat(lrs.order()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void keepsEverythingWhileTheWholeLrsIsBroken() {
        lrs.rule.set(body -> Optional.of(Says.status(500)));
        node.accept(acme, 40);
        Until.holds(
                () -> {
                    node.passTime();
                    return lrs.requests.size() > 8;
                },
                SOON);
        assertThat(dead()).isEmpty();
        lrs.rule.set(body -> Optional.empty());
        delivered();
        assertThat(lrs.order()).isEqualTo(node.put);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 501})
    void pausesWhenOnlyAPersonCanHelpAndGoesOnWhenSettingsChange(int status) {
        lrs.rule.set(body -> Optional.of(Says.status(status)));
        List<String> ids = node.accept(acme, 60);
        Until.holds(() -> node.lane(acme).state().equals("paused"), SOON);
        assertThat(node.lane(acme).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("" + status));
        assertThat(node.lane(acme).depth()).isEqualTo(60);
        lrs.rule.set(body -> Optional.empty());
        node.tenant("acme", Node.destination("lrs", lrs, Dialect.STANDARD, "corrected"));
        Until.holds(() -> node.lane(acme).depth() == 0, SOON);
        assertThat(lrs.order()).isEqualTo(ids);
    }

    @Test
    void probesAPausedLaneWithOneStatementWhenItsHourIsOver() {
        lrs.rule.set(body -> Optional.of(Says.status(401)));
        node.accept(acme, 60);
        Until.holds(() -> node.lane(acme).state().equals("paused"), SOON);
        LaneCommands.SeenLane lane = node.lane(acme);
        assertThat(Duration.between(lane.since(), lane.until().orElseThrow())).isEqualTo(Duration.ofHours(1));
        node.passTime();
        Until.holds(() -> lrs.requests.size() == 2, SOON);
        assertThat(lrs.requests.get(1).split("\"id\"")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>Sign in</html>", "[\"11111111-2222-4333-8444-555555555555\"]"})
    void believesNo200ThatDoesNotNameOurIds(String body) {
        for (int i = 0; i < 3; i++) {
            lrs.script.add(new Says(200, Map.of(), body));
        }
        List<String> ids = node.accept(acme, 5);
        Until.holds(
                () -> {
                    if (node.lane(acme).state().equals("backing-off")) {
                        node.passTime();
                    }
                    return node.lane(acme).state().equals("paused");
                },
                SOON);
        assertThat(node.lane(acme).depth()).isEqualTo(5);
        new LaneCommands(jdbi).resume(acme, node.lane(acme).id());
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
    }

    @Test
    void takesAConflictOverTheSameStatementForDelivered() {
        lrs.conflictOnKnown = true;
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            entries.add(Node.entry(acme, "a", "n" + i));
        }
        entries.subList(0, 9).forEach(entry -> lrs.hold(entry.statementId().toString(), new String(entry.body())));
        node.accept(entries);
        delivered();
        assertThat(lrs.held()).hasSize(30);
        assertThat(dead()).isEmpty();
        assertThat(node.lane(acme).delivered()).isEqualTo(30);
    }

    @Test
    void givesUpOnATrueConflict() {
        OutboxEntry other = Node.entry(acme, "a", "ours");
        lrs.hold(other.statementId().toString(), new String(other.body()).replace("ours", "theirs"));
        node.accept(List.of(Node.entry(acme, "a", "one"), other, Node.entry(acme, "a", "two")));
        delivered();
        assertThat(dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("conflict"));
        assertThat(lrs.order()).hasSize(2);
    }

    @Test
    void asksAgainWhenAConflictCannotBeReadBackYet() {
        OutboxEntry entry = Node.entry(acme, "a", "one");
        lrs.conflictOnKnown = true;
        lrs.hold(entry.statementId().toString(), new String(entry.body()));
        lrs.lookRule.set(id -> lrs.looks.get() <= 4 ? Optional.of(Says.status(404)) : Optional.empty());
        node.accept(List.of(entry));
        delivered();
        assertThat(dead()).isEmpty();
        assertThat(lrs.looks).hasValue(5);
    }

    @Test
    void learnsHowManyBytesTheLrsTakes() {
        lrs.rule.set(body -> body.length() > 2000 ? Optional.of(Says.status(413)) : Optional.empty());
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.add(Node.entry(acme, "a", i == 50 ? "x".repeat(3000) : "n" + i));
        }
        node.accept(entries);
        delivered();
        assertThat(lrs.order()).hasSize(99);
        assertThat(dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("too-large"));
        int limit = jdbi.withHandle(handle ->
                handle.select("select max_bytes from lane").mapTo(Integer.class).one());
        assertThat(limit).isBetween(500, 2000);
        int before = lrs.requests.size();
        node.accept(acme, 10);
        delivered();
        assertThat(lrs.requests.subList(before, lrs.requests.size())).allMatch(body -> body.length() <= 2000);
    }

    @Test
    void speaksOpenLrwOneStatementAtATime() {
        lrs.openLrw = true;
        node.tenant("acme", Node.destination("lrs", lrs, Dialect.OPENLRW, "secret"));
        List<String> ids = node.accept(acme, 20);
        delivered();
        assertThat(lrs.requests).hasSize(20);
        assertThat(lrs.order()).isEqualTo(ids);
    }

    @Test
    void aSlowLrsDelaysNobodyElse() {
        CountDownLatch over = new CountDownLatch(1);
        StrictLrs slow = new StrictLrs();
        slow.rule.set(body -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        for (int i = 0; i < 3; i++) {
            node.accept(node.tenant("slow" + i, slow), 100);
        }
        Until.holds(() -> slow.requests.size() >= 3, SOON);
        long begun = System.nanoTime();
        node.accept(acme, 10);
        Until.holds(() -> lrs.order().size() == 10, SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        over.countDown();
        slow.close();
    }

    @Test
    void twoNodesShareTheLanesAndNoStatementIsLostOrDoubled() {
        try (Node second = new Node(jdbi)) {
            second.tenants.putAll(node.tenants);
            second.started();
            for (int i = 0; i < 30; i++) {
                node.accept(acme, 20);
                second.accept(acme, 20);
            }
            delivered();
        }
        assertThat(lrs.order()).hasSize(1200).doesNotHaveDuplicates();
        assertThat(new HashSet<>(lrs.requests)).hasSameSizeAs(lrs.requests);
    }

    @Test
    void finishesWhatIsInFlightAndGivesLanesBackOnShutdown() {
        node.accept(acme, 2000);
        Until.holds(() -> !lrs.requests.isEmpty(), SOON);
        node.close();
        long settled = jdbi.withHandle(handle ->
                handle.select("select settled from lane").mapTo(Long.class).one());
        assertThat(settled).isEqualTo(lrs.order().size());
        int held = jdbi.withHandle(handle -> handle.select("select count(*) from lane where lease_owner is not null")
                .mapTo(Integer.class)
                .one());
        assertThat(held).isZero();
    }

    @Test
    void anOperatorPausesAndResumes() {
        node.accept(acme, 1);
        delivered();
        LaneCommands commands = new LaneCommands(jdbi);
        int lane = node.lane(acme).id();
        assertThat(commands.pause(acme, lane, "maintenance").orElseThrow().byHand())
                .isTrue();
        node.accept(acme, 5);
        assertThat(node.lane(acme).depth()).isEqualTo(5);
        assertThat(commands.pause(new TenantId("umbrella"), lane, "no")).isEmpty();
        commands.resume(acme, lane);
        delivered();
        assertThat(lrs.order()).isEqualTo(node.put);
    }
}
