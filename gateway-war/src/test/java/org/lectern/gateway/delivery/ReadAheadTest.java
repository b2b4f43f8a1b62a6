package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;

/** What is read of a lane, and how it is cut into batches. */
class ReadAheadTest {

    private static Jdbi jdbi;

    private final StrictLrs lrs = new StrictLrs();
    private Node node;
    private TenantId acme;

    @BeforeAll
    static void database() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void open() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane, lane_head, dead_letter restart identity"));
        node = new Node(jdbi);
        acme = node.tenant("acme", Node.destination("lrs", lrs, Dialect.STANDARD, "secret"));
    }

    @AfterEach
    void close() {
        node.http.close();
        lrs.close();
    }

    /** Committed, and nobody was told. */
    private List<OutboxEntry> put(String filling, int count) {
        return committed(filling, count).stream().map(Placed::entry).toList();
    }

    private List<Placed> committed(String filling, int count) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            byte[] body = ("{\"id\":\"" + id + "\",\"n\":\"" + filling + "\"}").getBytes(StandardCharsets.UTF_8);
            entries.add(new OutboxEntry(acme, "lrs", 0, id, "a" + i % 3, Instant.EPOCH, body));
        }
        return node.commit(entries);
    }

    private int lane() {
        return node.lane(acme).id();
    }

    /** All of it from the database. */
    private ReadAhead entries() {
        return entries(new Fresh(0, System::nanoTime));
    }

    private ReadAhead entries(Fresh fresh) {
        return new ReadAhead(new Lanes(jdbi), fresh, lane(), 0, node.lane(acme).depth(), Runnable::run);
    }

    /** Takes everything as a stint would whose batches double. */
    private List<Batch> drain(ReadAhead entries, int size) {
        List<Batch> batches = new ArrayList<>();
        while (entries.hasMore()) {
            Batch batch = entries.first(size, Learned.MOST_BYTES);
            if (!batch.isEmpty()) {
                batches.add(copied(batch));
            }
            entries.prepare(batch.count(), size);
            entries.drop(batch.to());
            size = Math.min(Learned.LARGEST, 2 * size);
        }
        return batches;
    }

    /** A batch may be used until the next one is asked for. */
    private static Batch copied(Batch batch) {
        Joined sent = batch.statements();
        byte[] bytes = Arrays.copyOfRange(sent.array(), sent.from(), sent.to());
        return new Batch(batch.from(), batch.to(), new Joined(bytes, 0, bytes.length, sent.ids()));
    }

    private static List<Integer> counts(List<Batch> batches) {
        return batches.stream().map(Batch::count).toList();
    }

    private static String text(List<Batch> batches) {
        StringBuilder text = new StringBuilder();
        for (Batch batch : batches) {
            Joined sent = batch.statements();
            text.append(new String(sent.array(), sent.from(), sent.length(), StandardCharsets.UTF_8))
                    .append(',');
        }
        return text.toString();
    }

    private static String text(Iterable<OutboxEntry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry ->
                text.append(new String(entry.body(), StandardCharsets.UTF_8)).append(','));
        return text.toString();
    }

    @Test
    void batchesDoubleAndHaveEveryByteInOrder() {
        List<OutboxEntry> put = put("Zoë 視頻 \uD83C\uDFAC \\\" , ] [", 1600);
        List<Batch> batches = drain(entries(), 50);
        assertThat(counts(batches)).startsWith(50, 100, 200, 400, 500);
        assertThat(text(batches)).isEqualTo(text(put));
    }

    @Test
    void aReadTakesNoMoreThanTwiceItsBytesHoweverLargeTheEntriesAre() {
        put("x", 40);
        List<OutboxEntry> large = put("x".repeat(200_000), 30);
        Lanes lanes = new Lanes(jdbi);
        Stretch read = lanes.read(lane(), 0, 500, Learned.MOST_BYTES);
        assertThat(read.whole()).isTrue();
        assertThat(read.size()).isEqualTo(46);
        assertThat(read.bytes()).isLessThan(Learned.MOST_BYTES + 200_100);
        assertThat(lanes.read(lane(), 40, 1, 10).size()).isEqualTo(1);
        List<Batch> batches = drain(entries(), 500);
        assertThat(text(batches)).endsWith(text(large));
        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.statements().length()).isLessThan(Learned.MOST_BYTES));
    }

    @Test
    void readsOverGaps() {
        List<OutboxEntry> put = put("x", 10);
        jdbi.useHandle(handle -> handle.execute("delete from outbox where position in (1, 4, 5)"));
        Batch batch = entries().first(50, Learned.MOST_BYTES);
        assertThat(batch.from()).isEqualTo(2);
        assertThat(batch.to()).isEqualTo(10);
        assertThat(batch.statements().ids())
                .containsExactlyElementsOf(List.of(1, 2, 5, 6, 7, 8, 9).stream()
                        .map(i -> put.get(i).statementId())
                        .toList());
    }

    @Test
    void aFewEntriesReadEarlyGoTogetherWithThoseThatCameSince() {
        put("x", 3);
        ReadAhead entries = entries();
        assertThat(entries.first(50, Learned.MOST_BYTES).count()).isEqualTo(3);
        put("y", 20);
        entries.upTo(23);
        assertThat(entries.first(50, Learned.MOST_BYTES).count()).isEqualTo(23);
    }

    private void forgetInDatabase() {
        jdbi.useHandle(handle -> handle.execute("delete from outbox"));
    }

    @Test
    void whatWasHandedOverIsNotReadFromTheDatabase() {
        Fresh fresh = new Fresh(32 << 20, System::nanoTime);
        List<Placed> placed = committed("Zoë 視頻", 1600);
        fresh.add(placed);
        ReadAhead entries = entries(fresh);
        forgetInDatabase();
        List<Batch> batches = drain(entries, 50);
        assertThat(counts(batches)).containsExactly(50, 100, 200, 400, 500, 350);
        assertThat(text(batches))
                .isEqualTo(text(placed.stream().map(Placed::entry).toList()));
        assertThat(fresh.held()).isZero();
    }

    @Test
    void aLargeEntryHandedOverMakesNoBatchLargerThanTheLrsTakes() {
        Fresh fresh = new Fresh(64 << 20, System::nanoTime);
        put("x", 1);
        List<Placed> large = committed("x".repeat(200_000), 30);
        fresh.add(large);
        ReadAhead entries = entries(fresh);
        List<Batch> batches = drain(entries, 500);
        assertThat(batches.subList(1, batches.size()))
                .allSatisfy(batch -> assertThat(batch.statements().length()).isLessThan(Learned.MOST_BYTES));
        assertThat(text(batches))
                .endsWith(text(large.stream().map(Placed::entry).toList()));
    }

    @Test
    void goesRoundByTheDatabaseAndBack() {
        Fresh fresh = new Fresh(32 << 20, System::nanoTime);
        fresh.add(committed("memory", 100));
        put("database only", 60);
        fresh.add(committed("behind a gap", 30));
        jdbi.useHandle(handle -> handle.execute("delete from outbox where position <= 100"));
        ReadAhead entries = entries(fresh);
        List<Batch> batches = new ArrayList<>();
        while (entries.hasMore() && entries.first(50, Learned.MOST_BYTES).to() < 190) {
            batches.add(copied(entries.first(50, Learned.MOST_BYTES)));
            entries.prepare(50, 50);
            entries.drop(batches.get(batches.size() - 1).to());
        }
        List<Placed> last = committed("memory again", 70);
        fresh.add(last);
        forgetInDatabase();
        batches.addAll(drain(entries, 50));
        assertThat(batches.stream().mapToInt(Batch::count).sum()).isEqualTo(260);
        assertThat(batches.get(batches.size() - 1).to()).isEqualTo(260);
        assertThat(text(batches)).endsWith(text(last.stream().map(Placed::entry).toList()));
    }

    /** Hand-overs are lost, late or too large at random while batches go on, and halves of them come again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void bothSourcesTogetherLoseNothingDoubleNothingAndKeepTheOrder(long seed) {
        Random random = new Random(seed);
        Fresh fresh = new Fresh(10_000 + random.nextInt(100_000), System::nanoTime);
        List<OutboxEntry> all = new ArrayList<>(put("x", 1));
        List<Placed> late = new ArrayList<>();
        List<UUID> sent = new ArrayList<>();
        ReadAhead entries = entries(fresh);
        for (int step = 0; step < 60 || sent.size() < all.size(); step++) {
            if (step < 60) {
                List<Placed> placed = committed("x", 1 + random.nextInt(40));
                placed.forEach(one -> all.add(one.entry()));
                switch (random.nextInt(6)) {
                    case 0 -> late.addAll(placed);
                    case 1 -> fresh.standsStill(lane());
                    default -> fresh.add(placed);
                }
                if (random.nextInt(4) == 0) {
                    fresh.add(late);
                    late.clear();
                }
            } else {
                entries.upTo(all.size());
            }
            int count = 1 + random.nextInt(80);
            Batch batch = entries.first(count, Learned.MOST_BYTES);
            entries.prepare(batch.count(), count);
            if (random.nextInt(5) > 0 && !batch.isEmpty()) {
                batch.statements().ids().forEach(sent::add);
                entries.drop(batch.to());
            }
        }
        assertThat(sent).isEqualTo(all.stream().map(OutboxEntry::statementId).toList());
        assertThat(entries.hasMore()).isFalse();
    }
}
