package org.lectern.gateway.launch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.start.Rounds;

/** Clears away logins, sessions and launch log rows that are over, every half minute; on every node, which does no harm. */
@ApplicationScoped
public class Sweep {

    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20_000;

    private final JdbcPendingLogins logins;
    private final JdbcSessions sessions;
    private final LaunchLog log;
    private Rounds rounds;

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
        rounds = Rounds.of("launch-sweep", EVERY, EVERY, this::sweep);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }

    private void sweep() {
        int swept = logins.sweep(AT_ONCE) + sessions.sweep(AT_ONCE) + log.sweep();
        LOG.log(System.Logger.Level.DEBUG, () -> "swept logins, sessions and launch log rows=" + swept);
    }
}
