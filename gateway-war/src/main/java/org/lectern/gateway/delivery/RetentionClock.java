package org.lectern.gateway.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenants;

/** Runs the {@link RetentionSweep} a minute after the start and every ten minutes from then on. */
@ApplicationScoped
public class RetentionClock {

    private static final Logger LOG = System.getLogger(RetentionClock.class.getName());

    private final RetentionSweep sweep;
    private final DeliveryThreads threads;
    private ScheduledExecutorService clock;

    @Inject
    public RetentionClock(Jdbi jdbi, Tenants tenants, DeliveryThreads threads) {
        this.sweep = new RetentionSweep(jdbi, tenants);
        this.threads = threads;
    }

    protected RetentionClock() {
        this(null, null, null);
    }

    void begin(@Observes @Priority(5001) @Initialized(ApplicationScoped.class) Object event) {
        clock = Executors.newSingleThreadScheduledExecutor(threads.factory());
        clock.scheduleWithFixedDelay(this::run, 1, 10, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            sweep.sweep();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "what is past its retention time could not be swept; trying again in ten minutes",
                    e);
        }
    }

    @PreDestroy
    void stop() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
