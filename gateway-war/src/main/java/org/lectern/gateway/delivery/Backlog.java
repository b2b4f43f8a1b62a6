package org.lectern.gateway.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;

/** How much waits per tenant, and for how long; asked at most every 5 s, whoever asks here. Safe for any thread. */
public final class Backlog {

    private static final long KEEP = TimeUnit.SECONDS.toNanos(5);
    private static final Waiting NOTHING = new Waiting(0, 0);

    private static final String ASK = """
            select l.tenant, sum(h.position - l.settled) as depth,
                   extract(epoch from now() - min(o.accepted))::double precision as age
            from lane l
            join lane_head h on h.lane = l.id
            left join outbox o on o.lane = l.id and o.position = l.settled + 1
            group by l.tenant
            """;

    private final Jdbi jdbi;
    private final LongSupplier nanos;
    private Map<TenantId, Waiting> last = Map.of();
    private long asked;
    private boolean ever;

    Backlog(Jdbi jdbi, LongSupplier nanos) {
        this.jdbi = jdbi;
        this.nanos = nanos;
    }

    /**
     * What waits for one tenant.
     *
     * @param depth statements not settled yet
     * @param oldestAgeSeconds how long the first of them has waited; 0 when there is none
     */
    public record Waiting(long depth, double oldestAgeSeconds) {}

    synchronized Map<TenantId, Waiting> waiting() {
        if (!ever || nanos.getAsLong() - asked >= KEEP) {
            last = ask();
            asked = nanos.getAsLong();
            ever = true;
        }
        return last;
    }

    long depth(TenantId tenant) {
        return waiting().getOrDefault(tenant, NOTHING).depth();
    }

    double oldestAgeSeconds(TenantId tenant) {
        return waiting().getOrDefault(tenant, NOTHING).oldestAgeSeconds();
    }

    private Map<TenantId, Waiting> ask() {
        Map<TenantId, Waiting> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ASK)
                .map((row, context) -> Map.entry(
                        new TenantId(row.getString("tenant")),
                        new Waiting(row.getLong("depth"), Math.max(0, row.getDouble("age")))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return Map.copyOf(found);
    }
}
