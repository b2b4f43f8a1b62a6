package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lectern.config.tenant.TenantId;

/** What an operator can count about playback: {@code lectern_facts_total} by tenant and outcome. Safe for any thread. */
@ApplicationScoped
public class Meter {

    /** What became of a fact. */
    public enum What {
        APPLIED,
        REFUSED,
        /** Applied, although more was watched than the clock allows. */
        IMPLAUSIBLE,
        /** Not looked at, since their session had sent too many; the page sends them again. */
        TOO_FAST,
        /** Playbacks closed after a silence. */
        SWEPT
    }

    private final Count count;

    /** Where counts go. */
    @FunctionalInterface
    interface Count {
        void add(TenantId tenant, What what, long times);
    }

    @Inject
    public Meter(MetricRegistry metrics) {
        this(counting(metrics));
    }

    /** Each counter is looked up once: finding it by its tags costs more than counting. */
    private static Count counting(MetricRegistry metrics) {
        Map<Key, Counter> counters = new ConcurrentHashMap<>();
        return (tenant, what, times) -> counters.computeIfAbsent(
                        new Key(tenant, what),
                        key -> metrics.counter(
                                "lectern_facts",
                                new Tag("tenant", tenant.value()),
                                new Tag("outcome", what.name().toLowerCase(Locale.ROOT))))
                .inc(times);
    }

    private record Key(TenantId tenant, What what) {}

    Meter(Count count) {
        this.count = count;
    }

    protected Meter() { // CDI proxy
        this((Count) null);
    }

    public void add(TenantId tenant, What what, long times) {
        if (times > 0) {
            count.add(tenant, what, times);
        }
    }
}
