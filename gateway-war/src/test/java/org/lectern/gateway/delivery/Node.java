package org.lectern.gateway.delivery;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.lrs.LrsClient;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.OutboundSettings;
import org.lectern.gateway.outbox.JdbcStatementOutbox;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;

/** A gateway node for tests: the accepting and the delivering half of it, over a real database. */
final class Node implements AutoCloseable {

    final Jdbi jdbi;
    final Map<TenantId, Tenant> tenants = new java.util.concurrent.ConcurrentHashMap<>();
    final List<String> put = new CopyOnWriteArrayList<>();
    final JdbcStatementOutbox outbox;
    final AtomicLong later = new AtomicLong();
    final Fresh fresh;
    final DeliveryWorkers workers;
    final OutboundHttp http = new OutboundHttp(new OutboundSettings(true, 64, 16, "test"));
    final Tenants known = new Tenants() {
        @Override
        public List<Tenant> all() {
            return List.copyOf(tenants.values());
        }

        @Override
        public Optional<Tenant> find(TenantId id) {
            return Optional.ofNullable(tenants.get(id));
        }
    };

    Node(Jdbi jdbi) {
        this(jdbi, Duration.ofSeconds(2), 4);
    }

    Node(Jdbi jdbi, Duration within, int threads) {
        this(jdbi, within, threads, 32 << 20);
    }

    /** With so many bytes for what is handed over in memory. */
    Node(Jdbi jdbi, Duration within, int threads, long handOver) {
        this(jdbi, within, threads, handOver, List.of());
    }

    /** With other rooms that bring entries somewhere. */
    Node(Jdbi jdbi, Duration within, int threads, long handOver, List<Carriers> others) {
        this.jdbi = jdbi;
        this.fresh = new Fresh(handOver, () -> System.nanoTime() + later.get());
        DeliveryMetrics metrics = new DeliveryMetrics(List.of(), new Backlog(jdbi, System::nanoTime));
        this.workers = new DeliveryWorkers(
                new Ways(known, new LrsClient(http, Clock.systemUTC(), within), others),
                new DeliverySettings(threads),
                metrics,
                new Lanes(jdbi),
                fresh,
                run -> {
                    Thread thread = new Thread(run);
                    thread.setDaemon(true);
                    return thread;
                });
        this.outbox = new JdbcStatementOutbox(workers);
    }

    Node started() {
        workers.start();
        return this;
    }

    static Destination destination(String name, StrictLrs lrs, Dialect dialect, String secret) {
        return new Destination(
                name,
                lrs.endpoint(),
                new LrsCredentials.Basic("key", secret),
                "1.0.3",
                dialect,
                List.of("video-profile"),
                false,
                1);
    }

    TenantId tenant(String id, Destination... destinations) {
        Tenant tenant = new Tenant(
                new TenantId(id),
                id,
                List.of(),
                List.of(destinations),
                List.of(),
                new ProgressPolicy.Milestones(),
                BigDecimal.ONE,
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                Map.of());
        tenants.put(tenant.id(), tenant);
        return tenant.id();
    }

    TenantId tenant(String id, StrictLrs lrs) {
        return tenant(id, destination("lrs", lrs, Dialect.STANDARD, "secret"));
    }

    static OutboxEntry entry(TenantId tenant, String actor, String word) {
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\",\"n\":\"" + word + "\"}";
        return new OutboxEntry(tenant, "lrs", 0, id, actor, Instant.EPOCH, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts entries in one transaction and tells nobody. */
    List<Placed> commit(List<OutboxEntry> entries) {
        return jdbi.inTransaction(handle -> outbox.put(handle, entries));
    }

    /** Accepts entries in one transaction; their ids. */
    List<String> accept(List<OutboxEntry> entries) {
        outbox.committed(commit(entries));
        List<String> ids =
                entries.stream().map(entry -> entry.statementId().toString()).toList();
        put.addAll(ids);
        return ids;
    }

    List<String> accept(TenantId tenant, int count) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(tenant, "a" + i % 7, "n" + i));
        }
        return accept(entries);
    }

    LaneCommands.SeenLane lane(TenantId tenant) {
        return new LaneCommands(jdbi).lanes(Optional.of(tenant)).get(0);
    }

    /** Makes waiting lanes due, as if their time had passed. */
    void passTime() {
        jdbi.useHandle(handle -> handle.execute("update lane set until = now() where until > now() and not by_hand"));
    }

    @Override
    public void close() {
        workers.stop();
        http.close();
    }
}
