package org.lectern.gateway.launch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lectern.gateway.session.JdbcSessions;

/** Clears away logins, sessions and launch log rows that are over, every half minute; on every node, which does no harm. */
@ApplicationScoped
public class Sweep {

    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int EVERY_SECONDS = 30;
    private static final int AT_ONCE = 20_000;

    private final JdbcPendingLogins logins;
    private final JdbcSessions sessions;
    private final LaunchLog log;
    private ScheduledExecutorService timer;

    @Inject
    public Sweep(JdbcPendingLogins logins, JdbcSessions sessions, LaunchLog log) {
        this.logins = logins;
        this.sessions = sessions;
        this.log = log;
    }

    protected Sweep() { // CDI proxy
        this(null, null, null);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object ready) {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lectern-launch-sweep");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::sweep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void sweep() {
        try {
            int swept = logins.sweep(AT_ONCE) + sessions.sweep(AT_ONCE) + log.sweep();
            LOG.log(System.Logger.Level.DEBUG, () -> "swept logins, sessions and launch log rows=" + swept);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "cannot sweep, next try in half a minute", failed);
        }
    }
}
