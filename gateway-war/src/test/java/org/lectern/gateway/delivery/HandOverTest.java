package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.delivery.StrictLrs.Says;
import org.lectern.gateway.outbox.OutboxEntry;

/** From a commit to an LRS, in memory, by the database, and from one to the other. */
class HandOverTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int SMALL = 4 * 20 * 400;
    private static Jdbi jdbi;

    private final StrictLrs lrs = new StrictLrs();
    private final List<Node> nodes = new ArrayList<>();
    private Node node;
    private TenantId acme;

    @BeforeAll
    static void database() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void start() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane, lane_head, dead_letter restart identity"));
        node = node(32 << 20);
    }

    private Node node(long handOver) {
        Node started = new Node(jdbi, Duration.ofSeconds(10), 4, handOver);
        acme = started.tenant("acme", lrs);
        nodes.add(started.started());
        return started;
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
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

    /** The LRS answers nothing before the gate opens. */
    private CountDownLatch closed() {
        CountDownLatch gate = new CountDownLatch(1);
        lrs.rule.set(body -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        return gate;
    }

    /** One statement is on its way and will not arrive before the gate opens. */
    private CountDownLatch busy(List<String> ids) {
        CountDownLatch gate = closed();
        int before = lrs.requests.size();
        ids.addAll(node.accept(acme, 1));
        Until.holds(() -> lrs.requests.size() > before, SOON);
        return gate;
    }

    private void sql(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    @Test
    void whatWasCommittedHereIsDeliveredWithoutReadingItBack() {
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        ids.addAll(node.accept(acme, 700));
        ids.addAll(node.accept(acme, 50));
        sql("delete from outbox");
        gate.countDown();
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(node.fresh.held()).isZero();
    }

    @Test
    void aCrashBetweenCommitAndHandOverCostsARead() {
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        ids.addAll(node.accept(acme, 20));
        List<OutboxEntry> lost = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lost.add(Node.entry(acme, "a", "lost" + i));
        }
        node.commit(lost).forEach(placed -> ids.add(placed.entry().statementId().toString()));
        ids.addAll(node.accept(acme, 20));
        gate.countDown();
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
    }

    @Test
    void aHandOverThatIsLostAltogetherIsFoundByTheLookAtAllLanes() {
        List<OutboxEntry> lost = List.of(Node.entry(acme, "a", "one"), Node.entry(acme, "a", "two"));
        node.commit(lost);
        delivered();
        assertThat(lrs.order())
                .isEqualTo(lost.stream()
                        .map(entry -> entry.statementId().toString())
                        .toList());
    }

    @Test
    void whatDoesNotFitIsReadBackAndTheLaneReturnsToMemory() {
        nodes.remove(node);
        node.close();
        node = node(SMALL);
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        for (int i = 0; i < 12; i++) {
            ids.addAll(node.accept(acme, 50));
            assertThat(node.fresh.held()).isBetween(1L, (long) SMALL);
        }
        gate.countDown();
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        CountDownLatch again = busy(ids);
        ids.addAll(node.accept(acme, 10));
        sql("delete from outbox");
        again.countDown();
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
    }

    @Test
    void oneNodeDeliversWhatAnotherOneCommitted() {
        Node other = node(32 << 20);
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        for (int i = 0; i < 5; i++) {
            ids.addAll(other.accept(acme, 40));
            ids.addAll(node.accept(acme, 40));
        }
        assertThat(other.fresh.held()).isPositive();
        gate.countDown();
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(String.join("", lrs.requests).split("\"id\"")).hasSize(ids.size() + 1);
        // The node that did not hold the lane keeps nothing for longer than some seconds.
        nodes.forEach(one -> one.later.addAndGet(Fresh.FORGOTTEN_AFTER.toNanos()));
        Until.holds(() -> nodes.stream().allMatch(one -> one.fresh.held() == 0), SOON);
    }

    @Test
    void aStatementOutOfMemoryThatIsRefusedBecomesADeadLetterAndTheRestGoesOn() {
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            entries.add(Node.entry(acme, "a", i == 33 || i == 89 ? "bad" : "n" + i));
        }
        List<String> sent = new ArrayList<>(node.accept(entries));
        gate.countDown();
        delivered();
        assertThat(new DeadLetters(jdbi, node.outbox).open(acme, 0, 10))
                .extracting(letter -> letter.statementId().toString())
                .containsExactly(sent.remove(33), sent.remove(88));
        ids.addAll(sent);
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(node.lane(acme).delivered()).isEqualTo(89);
    }

    @Test
    void nothingGathersInMemoryWhileAnLrsIsDown() {
        lrs.rule.set(body -> Optional.of(Says.status(500)));
        node.accept(acme, 100);
        Until.holds(() -> node.lane(acme).state().equals("backing-off"), SOON);
        Until.holds(() -> node.fresh.held() == 0, SOON);
        sql("update lane set until = now() + interval '1 hour'");
        for (int i = 0; i < 5; i++) {
            node.accept(acme, 100);
        }
        assertThat(node.fresh.held()).isZero();
        lrs.rule.set(body -> Optional.empty());
        delivered();
        assertThat(lrs.order()).isEqualTo(node.put);
    }

    @Test
    void nothingGathersInMemoryWhileAnOperatorHasPausedTheLane() {
        node.accept(acme, 1);
        delivered();
        LaneCommands commands = new LaneCommands(jdbi);
        int lane = node.lane(acme).id();
        commands.pause(acme, lane, "maintenance");
        node.accept(acme, 5);
        node.later.addAndGet(Fresh.FORGOTTEN_AFTER.toNanos());
        Until.holds(() -> node.fresh.held() == 0, SOON);
        node.accept(acme, 5);
        assertThat(node.fresh.held()).isZero();
        commands.resume(acme, lane);
        delivered();
        assertThat(lrs.order()).isEqualTo(node.put);
    }

    /** OpenLRW stores twice what comes twice, so a crash may repeat one statement at most. */
    @Test
    void aDeliveryToAStoreOfSingleStatementsIsWrittenDownBeforeTheNext() {
        lrs.openLrw = true;
        node.tenant("acme", Node.destination("lrs", lrs, Dialect.OPENLRW, "secret"));
        List<Long> behind = new CopyOnWriteArrayList<>();
        lrs.rule.set(body -> {
            behind.add(lrs.requests.size() - 1 - node.lane(acme).delivered());
            return Optional.empty();
        });
        List<String> ids = node.accept(acme, 30);
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(behind).hasSize(30).containsOnly(0L);
    }

    /** What was delivered may stay unwritten for a moment; that the lane has been lost is noticed within it. */
    @Test
    void aLostLeaseIsNoticedSoonAndItsStatementsAreSentAgainAsTheyWere() {
        List<String> ids = new ArrayList<>();
        CountDownLatch gate = busy(ids);
        int count = 20_000;
        ids.addAll(node.accept(acme, count));
        lrs.rule.set(body -> {
            if (lrs.requests.size() == 4) {
                sql(
                        "update lane set fence = fence + 1, lease_owner = 'other', lease_until = now() + interval '1 hour'");
            }
            return Until.passed(Duration.ofMillis(20), Optional.empty());
        });
        gate.countDown();
        Until.holds(() -> lrs.requests.size() >= 4, SOON);
        Until.unchanging(() -> lrs.requests.size(), Duration.ofMillis(500), SOON);
        assertThat(lrs.order().size()).isLessThan(count / 2);
        long settled = node.lane(acme).delivered();
        assertThat(settled).isLessThan(lrs.order().size());
        sql("update lane set lease_until = now()");
        delivered();
        assertThat(lrs.order()).isEqualTo(ids);
        assertThat(node.lane(acme).delivered()).isEqualTo(ids.size());
    }
}
