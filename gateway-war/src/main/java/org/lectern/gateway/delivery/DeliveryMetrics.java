package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;

/**
 * Counts what delivery does: {@code lectern_deliveries_total} by tenant, destination and outcome,
 * {@code lectern_delivered_statements_total} by tenant, and per tenant the gauges {@code lectern_outbox_depth} and
 * {@code lectern_outbox_oldest_age_seconds}, which come from one query for all lanes, at most every 5 s. Safe for any thread.
 */
@ApplicationScoped
public class DeliveryMetrics {

    private final List<MetricRegistry> registries;
    private final Backlog backlog;
    private final Set<TenantId> gauged = ConcurrentHashMap.newKeySet();

    @Inject
    public DeliveryMetrics(Instance<MetricRegistry> registries, Jdbi jdbi) {
        this(registries.stream().toList(), new Backlog(jdbi, System::nanoTime));
    }

    DeliveryMetrics(List<MetricRegistry> registries, Backlog backlog) {
        this.registries = registries;
        this.backlog = backlog;
    }

    protected DeliveryMetrics() {
        this(List.<MetricRegistry>of(), null);
    }

    /** One request has been answered, or has not. */
    public void attempted(TenantId tenant, String destination, String outcome, int delivered) {
        Tag whose = new Tag("tenant", tenant.value());
        for (MetricRegistry registry : registries) {
            registry.counter(
                            "lectern_deliveries_total",
                            whose,
                            new Tag("destination", destination),
                            new Tag("outcome", outcome))
                    .inc();
            registry.counter("lectern_delivered_statements_total", whose).inc(delivered);
        }
    }

    /** Offers gauges for these tenants from now on. */
    public void gauge(Iterable<TenantId> tenants) {
        for (TenantId tenant : tenants) {
            if (gauged.add(tenant)) {
                Tag whose = new Tag("tenant", tenant.value());
                for (MetricRegistry registry : registries) {
                    registry.gauge("lectern_outbox_depth", tenant, backlog::depth, whose);
                    registry.gauge("lectern_outbox_oldest_age_seconds", tenant, backlog::oldestAgeSeconds, whose);
                }
            }
        }
    }

    /** What waits, as last asked. */
    public Map<TenantId, Backlog.Waiting> waiting() {
        return backlog.waiting();
    }
}
