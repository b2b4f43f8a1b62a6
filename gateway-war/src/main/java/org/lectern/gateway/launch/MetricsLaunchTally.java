package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lectern.config.tenant.TenantId;

/** {@code lectern_launches_total{verdict,tenant,carrier}} in MicroProfile Metrics; {@code -} where there is none. */
@ApplicationScoped
public class MetricsLaunchTally implements LaunchTally {

    private static final Metadata LAUNCHES = Metadata.builder()
            .withName("lectern_launches_total")
            .withDescription("LTI launches and logins by how they ended and what bound them to their browser")
            .build();

    private final MetricRegistry metrics;

    @Inject
    public MetricsLaunchTally(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    protected MetricsLaunchTally() { // CDI proxy
        this(null);
    }

    @Override
    public void count(String verdict, Optional<TenantId> tenant, Optional<Carrier> carrier) {
        metrics.counter(
                        LAUNCHES,
                        new Tag("verdict", verdict),
                        new Tag("tenant", tenant.map(TenantId::value).orElse("-")),
                        new Tag("carrier", carrier.map(Carrier::code).orElse("-")))
                .inc();
    }
}
