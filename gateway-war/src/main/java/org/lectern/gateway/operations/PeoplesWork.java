package org.lectern.gateway.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jdbi.v3.core.JdbiException;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.delivery.DeliveryMetrics;
import org.lectern.gateway.start.Start;

/**
 * Gauges of what waits for a person: {@code lectern_lanes_paused} and {@code lectern_dead_letters_open}, by tenant. A scrape of all
 * tenants costs one query each; without the database the last known numbers stay. Safe for any thread.
 */
@ApplicationScoped
public class PeoplesWork {

    private static final System.Logger LOG = System.getLogger(PeoplesWork.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LaneTable lanes;
    private final DeadLetterTable letters;
    private final Clock clock;
    private Waiting seen = new Waiting(Map.of(), Map.of());
    private Instant until = Instant.MIN;

    private record Waiting(Map<String, Long> paused, Map<String, Long> dead) {}

    @Inject
    public PeoplesWork(LaneTable lanes, DeadLetterTable letters, Clock clock) {
        this.lanes = lanes;
        this.letters = letters;
        this.clock = clock;
    }

    protected PeoplesWork() { // CDI proxy
        this(null, null, null);
    }

    void begin(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event,
            Tenants tenants,
            MetricRegistry metrics,
            DeliveryMetrics delivery) {
        // From the start on, not from a tenant's first statement on: an alert on a gauge that is absent never rings.
        delivery.gauge(tenants.all().stream().map(Tenant::id).toList());
        tenants.all().forEach(tenant -> {
            String id = tenant.id().value();
            Tag tag = new Tag("tenant", id);
            metrics.gauge("lectern_lanes_paused", this, work -> work.paused(id), tag);
            metrics.gauge("lectern_dead_letters_open", this, work -> work.dead(id), tag);
        });
    }

    long paused(String tenant) {
        return look().paused().getOrDefault(tenant, 0L);
    }

    long dead(String tenant) {
        return look().dead().getOrDefault(tenant, 0L);
    }

    private synchronized Waiting look() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(FRESH);
            try {
                seen = new Waiting(lanes.paused(), letters.open());
            } catch (JdbiException e) {
                LOG.log(System.Logger.Level.WARNING, "lanes and dead letters cannot be counted for the metrics", e);
            }
        }
        return seen;
    }
}
