package org.lectern.gateway.engagement;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;
import org.lectern.gateway.start.Start;

/** Starts and stops what runs by itself in this room. {@code lectern.engagement.every}: pause between two runs, PT1S to PT1H; by default PT10S. */
@ApplicationScoped
public class EngagementThreads {

    private final Folding folding;
    private final Duration every;

    @Resource
    private ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> running;

    @Inject
    public EngagementThreads(Folding folding, Config config) {
        this.folding = folding;
        this.every = Settings.reading(config, EngagementThreads::every);
    }

    protected EngagementThreads() { // CDI proxy
        this.folding = null;
        this.every = Duration.ZERO;
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        every(settings);
    }

    private static Duration every(Settings settings) {
        return settings.section("lectern.engagement")
                .value("every", Kind.duration("PT1S", "PT1H"), Duration.ofSeconds(10));
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event) {
        running = timer.scheduleWithFixedDelay(folding, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        running.cancel(false);
    }
}
