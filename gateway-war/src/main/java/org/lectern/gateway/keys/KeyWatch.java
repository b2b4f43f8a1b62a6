package org.lectern.gateway.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lectern.gateway.start.Rounds;

/** Looks every ten minutes whether our keys are due; on every node, of which one does it. */
@ApplicationScoped
public class KeyWatch {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final JdbcToolKeys keys;
    private Rounds rounds;

    @Inject
    public KeyWatch(JdbcToolKeys keys) {
        this.keys = keys;
    }

    protected KeyWatch() { // CDI proxy
        this(null);
    }

    // The first minute belongs to learners.
    void begin(@Observes @Initialized(ApplicationScoped.class) Object ready) {
        rounds = Rounds.of("key-watch", Duration.ofMinutes(1), EVERY, keys::turn);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
