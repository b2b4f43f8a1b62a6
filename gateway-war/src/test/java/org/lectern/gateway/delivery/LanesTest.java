package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.StoredStatement;

class LanesTest {

    private static Jdbi jdbi;

    private final StrictLrs lrs = new StrictLrs();
    private Lanes lanes;
    private Node node;
    private TenantId acme;
    private int lane;

    @BeforeAll
    static void database() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void fill() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane, lane_head, dead_letter restart identity"));
        lanes = new Lanes(jdbi);
        // Never started: this class plays the workers itself.
        node = new Node(jdbi);
        acme = node.tenant(
                "acme",
                Node.destination("lrs", lrs, Dialect.STANDARD, "secret"),
                Node.destination("research", lrs, Dialect.STANDARD, "secret"));
        node.accept(acme, 10);
        lane = node.lane(acme).id();
    }

    @AfterEach
    void close() {
        node.http.close();
        lrs.close();
    }

    private static Verdict delivered(long to, int count) {
        return new Verdict(to, count, Optional.empty(), Learned.nothing(), Trouble.none(), new Next.GoOn());
    }

    private static Verdict waits(Next next) {
        return new Verdict(0, 0, Optional.empty(), Learned.nothing(), Trouble.after(1), next);
    }

    private void sql(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    @Test
    void onlyOneOfManyGetsTheLane() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Optional<Lane>>> attempts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String owner = "node" + i;
            attempts.add(() -> lanes.lease(lane, owner, "s"));
        }
        int leased = 0;
        for (Future<Optional<Lane>> attempt : threads.invokeAll(attempts)) {
            leased += attempt.get().isPresent() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(leased).isEqualTo(1);
    }

    @Test
    void aStaleOwnerSettlesNothing() {
        Lane first = lanes.lease(lane, "first", "s").orElseThrow();
        assertThat(lanes.lease(lane, "second", "s")).isEmpty();
        sql("update lane set lease_until = now() - interval '1 second'");
        Lane second = lanes.lease(lane, "second", "s").orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThatThrownBy(() -> lanes.settle(first, 0, delivered(10, 10), "s", true))
                .isInstanceOf(LeaseLost.class);
        Verdict dead = new Verdict(
                1,
                0,
                Optional.of(new Verdict.Death("refused", "no")),
                Learned.nothing(),
                Trouble.none(),
                new Next.GoOn());
        assertThatThrownBy(() -> lanes.settle(first, 0, dead, "s", true)).isInstanceOf(LeaseLost.class);
        lanes.release(first);
        assertThat(number("select count(*) from dead_letter")).isZero();
        assertThat(number("select settled from lane")).isZero();
        assertThat(lanes.settle(second, 0, delivered(4, 4), "s", true)).isEqualTo(new Lanes.Settled(true, 10));
        assertThat(number("select settled from lane")).isEqualTo(4);
        assertThat(lanes.lease(lane, "first", "s")).isPresent();
    }

    private List<Long> positions(long after, int rows, int bytes) {
        Stretch read = lanes.read(lane, after, rows, bytes);
        assertThat(read.whole()).isTrue();
        return IntStream.range(0, read.size()).mapToObj(read::position).toList();
    }

    @Test
    void readsInOrderAndNoMoreThanItsBytes() {
        assertThat(positions(0, 100, 1 << 20)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(positions(3, 2, 1 << 20)).containsExactly(4L, 5L);
        assertThat(positions(0, 100, 1)).containsExactly(1L);
        assertThat(positions(10, 100, 1 << 20)).isEmpty();
    }

    @Test
    void findsAnotherLearnersStatementBehindOneOrElseTheNext() {
        List<String> ids = node.put;
        assertThat(lanes.other(lane, 1))
                .hasValueSatisfying(other -> assertThat(other.id()).hasToString(ids.get(1)));
        sql("update outbox set actor_key = 'same' where position <> 6");
        assertThat(lanes.other(lane, 1))
                .hasValueSatisfying(other -> assertThat(other.id()).hasToString(ids.get(5)));
        sql("update outbox set actor_key = 'same'");
        assertThat(lanes.other(lane, 1))
                .hasValueSatisfying(other -> assertThat(other.id()).hasToString(ids.get(1)));
        assertThat(lanes.other(lane, 10)).isEmpty();
    }

    @Test
    void aWaitingLaneIsLeasedWhenItsTimeHasComeOrItsSettingsHaveChanged() {
        for (Next next : List.of(new Next.BackOff(Duration.ofMinutes(5), "HTTP 500"), new Next.Pause("HTTP 401"))) {
            Lane held = lanes.lease(lane, "me", "s").orElseThrow();
            lanes.settle(held, 0, waits(next), "s", true);
            assertThat(lanes.lease(lane, "me", "s")).isEmpty();
            lanes.release(lanes.lease(lane, "me", "changed").orElseThrow());
            sql("update lane set until = now()");
            lanes.release(lanes.lease(lane, "me", "s").orElseThrow());
            assertThat(lanes.due()).hasSize(1);
        }
    }

    @Test
    void idleAndHeldLanesAreNotDue() {
        assertThat(lanes.due()).extracting(Lanes.Due::lane).containsExactly(lane);
        Lane held = lanes.lease(lane, "me", "s").orElseThrow();
        assertThat(lanes.due()).isEmpty();
        lanes.settle(held, 0, delivered(10, 10), "s", true);
        assertThat(lanes.due()).isEmpty();
    }

    @Test
    void anOperatorsPauseStandsAgainstTheWorkersWord() {
        Lane held = lanes.lease(lane, "me", "s").orElseThrow();
        new LaneCommands(jdbi).pause(acme, lane, "maintenance");
        assertThat(lanes.settle(held, 0, delivered(5, 5), "s", true).goesOn()).isFalse();
        assertThat(node.lane(acme).state()).isEqualTo("paused");
        assertThat(node.lane(acme).depth()).isEqualTo(5);
        assertThat(lanes.lease(lane, "me", "other")).isEmpty();
        new LaneCommands(jdbi).probe(acme, lane);
        assertThat(lanes.lease(lane, "me", "s")).isPresent();
    }

    @Test
    void resendsADeadLetterWithTheSameIdAndBytesOnce() {
        StoredStatement first =
                lanes.read(lane, 0, 1, 100).batch(0, 1, 100).statements().alone();
        Lane held = lanes.lease(lane, "me", "s").orElseThrow();
        Verdict dead = new Verdict(
                1,
                0,
                Optional.of(new Verdict.Death("refused", "no")),
                Learned.nothing(),
                Trouble.none(),
                new Next.GoOn());
        lanes.settle(held, 0, dead, "s", true);
        DeadLetters letters = new DeadLetters(jdbi, node.outbox);
        DeadLetters.DeadLetter letter = letters.open(acme, 0, 10).get(0);
        TenantId other = new TenantId("umbrella");
        assertThat(letters.find(other, letter.id())).isEmpty();
        assertThat(letters.resend(other, letter.id())).isEqualTo(DeadLetters.Done.ABSENT);
        assertThat(letters.resend(acme, letter.id())).isEqualTo(DeadLetters.Done.DONE);
        assertThat(letters.resend(acme, letter.id())).isEqualTo(DeadLetters.Done.CLOSED_BEFORE);
        assertThat(letters.discard(acme, letter.id(), "late")).isEqualTo(DeadLetters.Done.CLOSED_BEFORE);
        Batch again = lanes.read(lane, 10, 10, 1000).batch(0, 10, 1000);
        assertThat(again.from()).isEqualTo(11);
        assertThat(again.statements().alone().id()).isEqualTo(first.id());
        assertThat(again.statements().alone().body()).isEqualTo(first.body());
        assertThat(letters.open(acme, 0, 10)).isEmpty();
    }

    @Test
    void replaysATimeRangeToTheSameOrAnotherDestination() {
        Lane held = lanes.lease(lane, "me", "s").orElseThrow();
        lanes.settle(held, 0, delivered(6, 6), "s", true);
        sql("update outbox set accepted = timestamptz '2026-01-01' + position * interval '1 day'");
        Replay replay = new Replay(jdbi, node.known, node.outbox);
        Instant begin = Instant.parse("2026-01-04T00:00:00Z");
        Instant end = Instant.parse("2026-01-10T00:00:00Z");
        assertThat(replay.replay(new Replay.Order(acme, "lrs", "lrs", begin, end)))
                .contains(4L);
        assertThat(lanes.read(lane, 10, 10, 10_000).size()).isEqualTo(4);
        assertThat(replay.replay(new Replay.Order(acme, "lrs", "research", begin, end)))
                .contains(6L);
        assertThat(replay.replay(new Replay.Order(acme, "lrs", "nowhere", begin, end)))
                .isEmpty();
        assertThat(replay.replay(new Replay.Order(new TenantId("umbrella"), "lrs", "lrs", begin, end)))
                .isEmpty();
    }

    @Test
    void endsWhatTheRetentionTimeEnds() {
        Lane held = lanes.lease(lane, "me", "s").orElseThrow();
        lanes.settle(held, 0, delivered(4, 4), "s", true);
        sql("update outbox set accepted = now() - interval '31 days' where position in (1, 2, 5, 6)");
        new RetentionSweep(jdbi, node.known).sweep();
        // Once as dead letters, and from the next sweep on no longer in the archive.
        new RetentionSweep(jdbi, node.known).sweep();
        assertThat(number("select settled from lane")).isEqualTo(6);
        List<Long> left = jdbi.withHandle(handle -> handle.select("select position from outbox order by 1")
                .mapTo(Long.class)
                .list());
        assertThat(left).containsExactly(3L, 4L, 7L, 8L, 9L, 10L);
        assertThat(new DeadLetters(jdbi, node.outbox).open(acme, 0, 10))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("expired"));
    }

    @Test
    void tellsHowMuchWaitsPerTenant() {
        sql("update outbox set accepted = now() - interval '90 seconds' where position = 1");
        Backlog backlog = new Backlog(jdbi, () -> 0);
        assertThat(backlog.depth(acme)).isEqualTo(10);
        assertThat(backlog.oldestAgeSeconds(acme)).isBetween(89.0, 120.0);
        assertThat(backlog.depth(new TenantId("umbrella"))).isZero();
    }
}
