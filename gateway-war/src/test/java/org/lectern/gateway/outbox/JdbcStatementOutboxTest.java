package org.lectern.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.database.TestDatabase;

class JdbcStatementOutboxTest extends StatementOutboxContract {

    private static Jdbi jdbi;

    private final JdbcStatementOutbox outbox = new JdbcStatementOutbox(signals());

    @BeforeAll
    static void openDatabase() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane_head, lane"));
    }

    @Override
    StatementOutbox outbox() {
        return outbox;
    }

    @Override
    List<Placed> inTransaction(Function<Handle, List<Placed>> work) {
        return jdbi.inTransaction(work::apply);
    }

    private static int id(String tenant, String destination, int shard) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from lane where tenant = :tenant and destination = :destination and shard = :shard")
                .bind("tenant", tenant)
                .bind("destination", destination)
                .bind("shard", shard)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    List<Kept> lane(String tenant, String destination, int shard) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select o.* from outbox o join lane l on l.id = o.lane
                        where l.tenant = :tenant and l.destination = :destination and l.shard = :shard and o.tenant = l.tenant
                        order by o.position
                        """)
                .bind("tenant", tenant)
                .bind("destination", destination)
                .bind("shard", shard)
                .map((row, context) -> new Kept(
                        row.getLong("position"),
                        row.getObject("statement_id", UUID.class),
                        row.getString("actor_key"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
                .list());
    }

    /** With a second one, as many first launches as there are connections would wait for each other. */
    @Test
    void makesANewLaneOnTheCallersOwnConnection() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(1_000);
        try (HikariDataSource single = new HikariDataSource(config)) {
            Jdbi narrow = Jdbi.create(single);
            JdbcStatementOutbox first = new JdbcStatementOutbox(signals());
            List<OutboxEntry> entries = List.of(entry("acme", "lrs", 0, "a"), entry("acme", "research", 0, "b"));

            first.committed(narrow.inTransaction(transaction -> first.put(transaction, entries)));

            int kept = narrow.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                    .mapTo(Integer.class)
                    .one());
            assertThat(kept).isEqualTo(2);
        }
    }

    /** Each node has an outbox of its own, and puts into the same lanes in any order. */
    @Test
    void nodesThatPutAtOnceShareALaneWithoutGapsOrDeadlock() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Void>> done = new ArrayList<>();
        Map<UUID, Placed> places = new ConcurrentHashMap<>();
        for (int node = 0; node < 4; node++) {
            JdbcStatementOutbox own = new JdbcStatementOutbox(
                    placed -> placed.forEach(one -> places.put(one.entry().statementId(), one)));
            int shift = node;
            Callable<Void> putting = () -> {
                for (int i = 0; i < 25; i++) {
                    List<OutboxEntry> entries = List.of(
                            entry("acme", "lrs", (i + shift) % 3, "x"), entry("acme", "lrs", (i + shift + 1) % 3, "y"));
                    own.committed(jdbi.inTransaction(transaction -> own.put(transaction, entries)));
                }
                return null;
            };
            done.add(nodes.submit(putting));
        }
        for (Future<Void> one : done) {
            one.get();
        }
        nodes.shutdown();

        int total = 0;
        for (int shard = 0; shard < 3; shard++) {
            List<Kept> lane = lane("acme", "lrs", shard);
            total += lane.size();
            assertThat(lane)
                    .extracting(Kept::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, lane.size()).boxed().toList());
            assertThat(lane).allSatisfy(kept -> {
                Placed placed = places.get(kept.statementId());
                assertThat(placed.position()).isEqualTo(kept.position());
                assertThat(placed.lane())
                        .isEqualTo(id("acme", "lrs", placed.entry().shard()));
            });
        }
        assertThat(total).isEqualTo(200);
    }
}
