package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.lrs.Destination;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.StatementOutbox;

/**
 * Puts archived statements into a lane again, with the same ids and bytes: to the LRS that lost them, or to a new one. Goes in
 * small transactions, each of which stands by itself; a replay that was cut off may be repeated, since an LRS keeps a statement
 * once. Safe for any thread; blocks the calling one.
 */
@ApplicationScoped
public class Replay {

    private static final int STEP = 200;

    private static final String READ = """
            select o.position, o.statement_id, o.actor_key, o.at, o.body from outbox o join lane l on l.id = o.lane
            where o.lane = :lane and o.position > :after and o.position <= :last
              and (:elsewhere or o.position <= l.settled)
              and o.accepted >= :from and o.accepted < :to
              and not exists (select 1 from dead_letter d
                              where d.lane = o.lane and d.position = o.position and d.outcome = 'discarded')
            order by o.position limit :step
            """;

    private final Jdbi jdbi;
    private final Tenants tenants;
    private final StatementOutbox outbox;

    @Inject
    public Replay(Jdbi jdbi, Tenants tenants, StatementOutbox outbox) {
        this.jdbi = jdbi;
        this.tenants = tenants;
        this.outbox = outbox;
    }

    protected Replay() {
        this(null, null, null);
    }

    /** What is to be sent again. */
    public record Order(TenantId tenant, String from, String to, Instant begin, Instant end) {}

    private record Source(int lane, long last) {}

    private record Archived(long position, UUID id, String actorKey, Instant at, byte[] body) {}

    /**
     * Sends again what was accepted from {@code begin} to before {@code end}; to the same destination only what it was sent before.
     *
     * @return how many statements, or nothing if the tenant has no such destinations
     */
    public Optional<Long> replay(Order order) {
        Optional<Destination> to = destination(order.tenant(), order.to());
        // What was told in one standard, a destination of another cannot read; nor can any of them read scores.
        if (to.isEmpty() || order.from().startsWith(Carriers.SCORES) || ofAnotherKind(order, to.get())) {
            return Optional.empty();
        }
        List<Source> sources = sources(order);
        return sources.isEmpty() && destination(order.tenant(), order.from()).isEmpty()
                ? Optional.empty()
                : Optional.of(sources.stream()
                        .mapToLong(source -> copy(order, to.get(), source))
                        .sum());
    }

    private boolean ofAnotherKind(Order order, Destination to) {
        return destination(order.tenant(), order.from())
                .filter(from -> from.kind() != to.kind())
                .isPresent();
    }

    private Optional<Destination> destination(TenantId tenant, String name) {
        return tenants.find(tenant).stream()
                .flatMap(found -> found.destinations().stream())
                .filter(found -> found.name().equals(name))
                .findFirst();
    }

    // The heads as they are now bound the work: what the replay itself appends is not replayed again.
    private List<Source> sources(Order order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select l.id, h.position from lane l join lane_head h on h.lane = l.id"
                                + " where l.tenant = :tenant and l.destination = :from order by l.id")
                        .bind("tenant", order.tenant().value())
                        .bind("from", order.from())
                        .map((row, context) -> new Source(row.getInt(1), row.getLong(2)))
                        .list());
    }

    private long copy(Order order, Destination to, Source source) {
        long count = 0;
        long after = 0;
        List<Archived> step = read(order, source, after);
        while (!step.isEmpty()) {
            List<OutboxEntry> entries = step.stream()
                    .map(archived -> entry(order.tenant(), to, archived))
                    .toList();
            outbox.committed(jdbi.inTransaction(handle -> outbox.put(handle, entries)));
            count += step.size();
            after = step.get(step.size() - 1).position();
            step = read(order, source, after);
        }
        return count;
    }

    private List<Archived> read(Order order, Source source, long after) {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind("lane", source.lane())
                .bind("after", after)
                .bind("last", source.last())
                .bind("elsewhere", !order.from().equals(order.to()))
                .bind("from", order.begin().atOffset(ZoneOffset.UTC))
                .bind("to", order.end().atOffset(ZoneOffset.UTC))
                .bind("step", STEP)
                .map((row, context) -> new Archived(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getBytes(5)))
                .list());
    }

    // The same rule by which actions choose a shard: a learner's statements stay in one lane.
    private static OutboxEntry entry(TenantId tenant, Destination to, Archived archived) {
        int shard = Math.floorMod(archived.actorKey().hashCode(), to.shards());
        return new OutboxEntry(
                tenant, to.name(), shard, archived.id(), archived.actorKey(), archived.at(), archived.body());
    }
}
