package org.lectern.gateway.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every ten minutes whether our keys are due; on every node, of which one does it. */
@ApplicationScoped
public class KeyWatch {

    private static final System.Logger LOG = System.getLogger(KeyWatch.class.getName());
    private static final int EVERY_MINUTES = 10;

    private final JdbcToolKeys keys;
    private ScheduledExecutorService timer;

    @Inject
    public KeyWatch(JdbcToolKeys keys) {
        this.keys = keys;
    }

    protected KeyWatch() { // CDI proxy
        this(null);
    }

    // The first minute belongs to learners.
    void begin(@Observes @Initialized(ApplicationScoped.class) Object ready) {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lectern-key-watch");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void look() {
        try {
            keys.turn();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "cannot see to our own keys, next try in ten minutes", failed);
        }
    }
}
