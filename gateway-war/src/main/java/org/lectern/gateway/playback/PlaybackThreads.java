package org.lectern.gateway.playback;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Settings;
import org.lectern.gateway.start.Start;

/** Starts and stops what runs by itself in this room: acceptance and sweep. The server's threads, so that CDI works on them. */
@ApplicationScoped
public class PlaybackThreads {

    private final Acceptance acceptance;
    private final PlaybackSweep sweep;
    private final long sweepMillis;

    @Resource
    private ManagedThreadFactory factory;

    @Resource
    private ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> sweeping;

    @Inject
    public PlaybackThreads(Acceptance acceptance, PlaybackSweep sweep, Config config) {
        this(acceptance, sweep, PlaybackSettings.read(config).sweepEvery().toMillis());
    }

    private PlaybackThreads(Acceptance acceptance, PlaybackSweep sweep, long sweepMillis) {
        this.acceptance = acceptance;
        this.sweep = sweep;
        this.sweepMillis = sweepMillis;
    }

    protected PlaybackThreads() { // CDI proxy
        this(null, null, 0);
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        PlaybackSettings.collect(settings);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event) {
        acceptance.start(factory);
        sweeping = timer.scheduleWithFixedDelay(sweep, sweepMillis, sweepMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        sweeping.cancel(false);
        acceptance.stop();
    }
}
