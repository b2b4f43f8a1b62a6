package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;

/** What is handed over in memory, and what is not. */
class FreshTest {

    private static final int LANE = 7;
    private static final int PLENTY = 1 << 20;

    private final AtomicLong nanos = new AtomicLong(-3);
    private final Fresh fresh = new Fresh(PLENTY, nanos::get);

    private static Placed placed(int lane, long position, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Placed(
                lane,
                position,
                new OutboxEntry(new TenantId("acme"), "lrs", 0, new UUID(lane, position), "u1", Instant.EPOCH, bytes));
    }

    private void commit(int lane, long from, long to) {
        fresh.add(LongStream.rangeClosed(from, to)
                .mapToObj(position -> placed(lane, position, "s" + position))
                .toList());
    }

    private static List<Long> positions(List<Placed> placed) {
        return placed.stream().map(Placed::position).toList();
    }

    private List<Long> take(long after, int count) {
        return positions(fresh.take(LANE, after, count, PLENTY));
    }

    @Test
    void handsOverInOrderWhatFollowsAPositionInTheFormTheDatabaseGives() {
        fresh.add(List.of(placed(LANE, 4, "{\"n\":\"Zoë\"}"), placed(8, 1, "{}"), placed(LANE, 5, "{\"n\":\"視頻\"}")));
        commit(LANE, 6, 6);
        Batch batch =
                Stretch.joined(fresh.take(LANE, 3, 10, PLENTY), byte[]::new).batch(0, 10, PLENTY);
        Joined sent = batch.statements();
        assertThat(new String(sent.array(), sent.from(), sent.length(), StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":\"Zoë\"},{\"n\":\"視頻\"},s6");
        assertThat(sent.ids()).containsExactly(new UUID(LANE, 4), new UUID(LANE, 5), new UUID(LANE, 6));
        assertThat(batch.from()).isEqualTo(4);
        assertThat(batch.to()).isEqualTo(6);
        assertThat(positions(fresh.take(8, 0, 10, PLENTY))).containsExactly(1L);
        assertThat(fresh.held()).isZero();
    }

    @Test
    void takesNoMoreThanItsCountAndItsBytesButAtLeastOne() {
        commit(LANE, 1, 9);
        assertThat(take(0, 2)).containsExactly(1L, 2L);
        // "[s3,s4]" has seven bytes.
        assertThat(positions(fresh.take(LANE, 2, 5, 7))).containsExactly(3L, 4L);
        assertThat(positions(fresh.take(LANE, 4, 5, 6))).containsExactly(5L);
        assertThat(positions(fresh.take(LANE, 5, 5, 0))).containsExactly(6L);
        assertThat(take(6, 50)).containsExactly(7L, 8L, 9L);
        assertThat(take(9, 50)).isEmpty();
    }

    @Test
    void dropsWhatWasReadFromTheDatabaseMeanwhile() {
        commit(LANE, 1, 6);
        assertThat(fresh.holds(LANE, 4)).isTrue();
        assertThat(take(4, 50)).containsExactly(5L, 6L);
        assertThat(fresh.held()).isZero();
    }

    @Test
    void keepsNothingBehindAGapUntilTheLaneIsReadFromTheDatabase() {
        commit(LANE, 1, 2);
        commit(LANE, 5, 6); // another node's are between
        assertThat(fresh.head(LANE)).isEqualTo(6);
        assertThat(take(0, 50)).containsExactly(1L, 2L);
        commit(LANE, 7, 7);
        assertThat(take(2, 50)).isEmpty();
        assertThat(fresh.holds(LANE, 2)).isFalse();
        fresh.readFromDatabase(LANE);
        commit(LANE, 8, 9);
        assertThat(take(7, 50)).containsExactly(8L, 9L);
    }

    @Test
    void beginsAnewOnceTheReaderHasCaughtUp() {
        commit(LANE, 1, 2);
        commit(LANE, 4, 4);
        take(0, 50);
        assertThat(take(4, 50)).isEmpty();
        commit(LANE, 5, 5);
        assertThat(take(4, 50)).containsExactly(5L);
    }

    @Test
    void anEntryHandedOverLateIsLeftToTheDatabase() {
        commit(LANE, 2, 3);
        commit(LANE, 1, 1);
        assertThat(fresh.head(LANE)).isEqualTo(3);
        assertThat(take(0, 50)).isEmpty();
        assertThat(take(1, 50)).containsExactly(2L, 3L);
    }

    @Test
    void neverHoldsMoreThanItsBytesNorALaneMoreThanItsShare() {
        Fresh small = new Fresh(8 * 1000, nanos::get);
        String body = "x".repeat(1000 - FreshLane.OVERHEAD);
        for (int lane = 1; lane <= 6; lane++) {
            for (int position = 1; position <= 5; position++) {
                small.add(List.of(placed(lane, position, body)));
                assertThat(small.held()).isLessThanOrEqualTo(8000);
            }
        }
        for (int lane = 1; lane <= 6; lane++) {
            assertThat(small.head(lane)).isEqualTo(5);
            List<Placed> taken = small.take(lane, 0, 50, PLENTY);
            assertThat(taken.size()).isEqualTo(lane <= 4 ? 2 : 0);
            assertThat(small.holds(lane, taken.size())).isFalse();
        }
        assertThat(small.held()).isZero();
    }

    @Test
    void whatWasGatheredBeforeTheBoundRemainsUsable() {
        Fresh small = new Fresh(4 * 1000, nanos::get);
        String body = "x".repeat(500 - FreshLane.OVERHEAD);
        for (int position = 1; position <= 4; position++) {
            small.add(List.of(placed(LANE, position, body)));
        }
        assertThat(positions(small.take(LANE, 0, 1, PLENTY))).containsExactly(1L);
        // There is room again, but 3 and 4 are missing.
        small.add(List.of(placed(LANE, 5, body)));
        assertThat(positions(small.take(LANE, 1, 50, PLENTY))).containsExactly(2L);
        assertThat(positions(small.take(LANE, 2, 50, PLENTY))).isEmpty();
    }

    @Test
    void withoutRoomItKnowsNoMoreThanThatSomethingIsThere() {
        Fresh none = new Fresh(0, nanos::get);
        none.add(List.of(placed(LANE, 1, "{}")));
        assertThat(none.head(LANE)).isEqualTo(1);
        assertThat(none.take(LANE, 0, 1, PLENTY)).isEmpty();
        assertThat(none.head(8)).isZero();
    }

    @Test
    void forgetsWhatNobodyTakes() {
        commit(LANE, 1, 3);
        take(0, 1);
        long end = nanos.addAndGet(Fresh.FORGOTTEN_AFTER.toNanos());
        fresh.forgetUnused();
        assertThat(fresh.holds(LANE, 1)).isTrue();
        nanos.set(end + 1);
        commit(LANE, 4, 4);
        fresh.forgetUnused();
        assertThat(fresh.held()).isZero();
        // However long it lasts, nothing gathers.
        commit(LANE, 5, 500);
        assertThat(fresh.held()).isZero();
        assertThat(fresh.head(LANE)).isEqualTo(500);
        take(500, 1);
        commit(LANE, 501, 501);
        assertThat(take(500, 1)).containsExactly(501L);
    }

    @Test
    void aLaneThatFellSilentForLongIsNotForgottenWhenItSpeaksAgain() {
        commit(LANE, 1, 1);
        take(0, 1);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        commit(LANE, 2, 2);
        fresh.forgetUnused();
        assertThat(take(1, 1)).containsExactly(2L);
    }

    @Test
    void keepsNothingOfALaneThatStandsStill() {
        commit(LANE, 1, 3);
        commit(8, 1, 1);
        fresh.standsStill(LANE);
        commit(LANE, 4, 9);
        assertThat(take(0, 50)).isEmpty();
        assertThat(fresh.holds(8, 0)).isTrue();
    }

    /** Steps of a lane whose reader goes round by the database, a list, whenever the next entry is not handed over. */
    @Property
    void theReaderSeesEveryEntryOnceAndInOrderWhateverIsLost(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 7) Integer> steps,
            @ForAll @IntRange(min = 0, max = 6000) int room) {
        AtomicLong time = new AtomicLong();
        Fresh memory = new Fresh(room, time::get);
        List<Long> database = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        List<Placed> late = new ArrayList<>();
        for (int step : steps) {
            List<Placed> committed = IntStream.rangeClosed(1, 3)
                    .mapToObj(i -> placed(LANE, database.size() + i, "body"))
                    .toList();
            switch (step) {
                case 0, 1 -> {
                    committed.forEach(one -> database.add(one.position()));
                    memory.add(committed);
                }
                case 2 -> committed.forEach(one -> database.add(one.position())); // never handed over
                case 3 -> {
                    committed.forEach(one -> database.add(one.position()));
                    late.addAll(committed);
                }
                case 4 -> {
                    memory.add(late);
                    late.clear();
                }
                case 5 -> {
                    time.addAndGet(Duration.ofSeconds(6).toNanos());
                    memory.forgetUnused();
                }
                case 6 -> memory.standsStill(LANE);
                default -> read(memory, database, seen);
            }
        }
        for (int i = 0; i < database.size() && seen.size() < database.size(); i++) {
            read(memory, database, seen);
        }
        assertThat(seen).isEqualTo(database);
        assertThat(memory.take(LANE, seen.size(), 1, PLENTY)).isEmpty();
        assertThat(memory.held()).isZero();
    }

    private static void read(Fresh memory, List<Long> database, List<Long> seen) {
        List<Long> taken = positions(memory.take(LANE, seen.size(), 2, PLENTY));
        if (taken.isEmpty() && !memory.holds(LANE, seen.size())) {
            memory.readFromDatabase(LANE);
            taken = database.subList(seen.size(), Math.min(database.size(), seen.size() + 4));
        }
        seen.addAll(taken);
        assertThat(seen).isEqualTo(database.subList(0, seen.size()));
    }

    /** Many committers of many lanes, one reader for each lane, a clock that forgets, and a bound that is always too small. */
    @Test
    void anyNumberOfThreadsLosesNothingDoublesNothingAndReturnsAllRoom() throws Exception {
        int lanes = 3;
        int perLane = 4000;
        Fresh memory = new Fresh(12_000, nanos::get);
        List<AtomicLong> heads =
                IntStream.range(0, lanes).mapToObj(i -> new AtomicLong()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(3 * lanes + 1);
        List<Future<Integer>> readers = new ArrayList<>();
        List<Future<?>> others = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            AtomicLong head = heads.get(lane);
            int id = lane;
            for (int committer = 0; committer < 2; committer++) {
                others.add(threads.submit(() -> {
                    for (long position = head.incrementAndGet();
                            position <= perLane;
                            position = head.incrementAndGet()) {
                        memory.add(List.of(placed(id, position, "body" + position)));
                    }
                }));
            }
            readers.add(threads.submit(() -> {
                int fromMemory = 0;
                long after = 0;
                while (after < perLane) {
                    for (Placed taken : memory.take(id, after, 50, PLENTY)) {
                        assertThat(taken.position()).isEqualTo(++after);
                        fromMemory++;
                    }
                    long known = memory.head(id);
                    if (after < known && !memory.holds(id, after)) {
                        memory.readFromDatabase(id);
                        after = known;
                    }
                }
                return fromMemory;
            }));
        }
        Future<?> clock = threads.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                nanos.addAndGet(Duration.ofMillis(1).toNanos());
                memory.forgetUnused();
                assertThat(memory.held()).isBetween(0L, 12_000L);
            }
        });
        for (Future<?> other : others) {
            other.get();
        }
        int fromMemory = 0;
        for (Future<Integer> reader : readers) {
            fromMemory += reader.get();
        }
        threads.shutdownNow();
        clock.get();
        assertThat(fromMemory).isPositive();
        IntStream.range(0, lanes).forEach(lane -> memory.take(lane, perLane, 1, PLENTY));
        assertThat(memory.held()).isZero();
    }
}
