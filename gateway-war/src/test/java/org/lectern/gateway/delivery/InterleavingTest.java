package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.delivery.Verdict.Next;

/** Two workers, one lane, and everything that may happen between them in any order, against an LRS that is a mere set. */
class InterleavingTest {

    private static final TenantId ACME = new TenantId("acme");

    private static Jdbi jdbi;
    private static Node node;

    private final Map<Integer, Held> workers = new TreeMap<>();
    private final Set<String> lrs = new LinkedHashSet<>();
    private final List<String> accepted = new ArrayList<>();

    /** What a worker believes to hold. */
    private record Held(Lane lane, long settled) {}

    @BeforeContainer
    static void database() {
        jdbi = TestDatabase.jdbi();
        node = new Node(jdbi);
    }

    @AfterContainer
    static void close() {
        node.http.close();
    }

    @Property(tries = 40)
    void nothingIsSettledThatTheLrsDoesNotHoldAndNothingIsForgotten(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(min = 0, max = 13) Integer> steps) {
        jdbi.useHandle(handle -> handle.execute("truncate outbox, lane_head, dead_letter; update lane set settled = 0,"
                + " lease_owner = null, lease_until = null; insert into lane_head (lane) select id from lane"));
        // One instance serves all tries.
        workers.clear();
        lrs.clear();
        accepted.clear();
        Lanes lanes = new Lanes(jdbi);
        accept(3);
        for (int step : steps) {
            act(lanes, step / 2, step % 2);
            assertThat(settled()).isLessThanOrEqualTo(lrs.size());
            assertThat(new ArrayList<>(lrs)).isEqualTo(accepted.subList(0, lrs.size()));
        }
        act(lanes, 2, 0);
        workers.clear();
        for (int left = accepted.size(); left > 0; left--) {
            act(lanes, 1, 0);
            act(lanes, 3, 0);
        }
        assertThat(settled()).isEqualTo(accepted.size());
        assertThat(new ArrayList<>(lrs)).isEqualTo(accepted);
    }

    private void act(Lanes lanes, int what, int worker) {
        switch (what) {
            case 0 -> accept(4);
            case 1 ->
                lanes.lease(lane(), "worker" + worker, "s")
                        .ifPresent(lane -> workers.put(worker, new Held(lane, lane.settled())));
            case 2 -> jdbi.useHandle(handle -> handle.execute("update lane set lease_until = now() - interval '1 s'"));
            case 3 -> deliver(lanes, worker, true);
            // The answer is lost: the LRS has them, but nobody knows.
            case 4 -> deliver(lanes, worker, false);
            case 5 -> workers.remove(worker);
            default -> release(lanes, worker);
        }
    }

    private void accept(int count) {
        accepted.addAll(node.accept(ACME, count));
    }

    private void deliver(Lanes lanes, int worker, boolean answered) {
        Held held = workers.get(worker);
        if (held == null) {
            return;
        }
        Batch batch = lanes.read(lane(), held.settled(), 3, 1 << 20).batch(0, 3, 1 << 20);
        batch.statements().ids().forEach(id -> lrs.add(id.toString()));
        if (batch.isEmpty() || !answered) {
            return;
        }
        long to = batch.to();
        Verdict verdict =
                new Verdict(to, batch.count(), Optional.empty(), Learned.nothing(), Trouble.none(), new Next.GoOn());
        try {
            lanes.settle(held.lane(), held.settled(), verdict, "s", false);
            workers.put(worker, new Held(held.lane(), to));
        } catch (LeaseLost stale) {
            workers.remove(worker);
        }
    }

    private void release(Lanes lanes, int worker) {
        Held held = workers.remove(worker);
        if (held != null) {
            lanes.release(held.lane());
        }
    }

    private int lane() {
        return node.lane(ACME).id();
    }

    private long settled() {
        return jdbi.withHandle(handle -> handle.select("select coalesce(max(settled), 0) from lane")
                .mapTo(Long.class)
                .one());
    }
}
