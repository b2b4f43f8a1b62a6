package org.lectern.gateway.library;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.start.Rounds;

/** Forgets deleted videos when their grace time is over, one after the other, every few minutes; on every node, which does no harm. */
@ApplicationScoped
public class Forgetting {

    private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Consumer<VideoForgotten> followers;
    private Rounds rounds;

    @Inject
    public Forgetting(Jdbi jdbi, Catalogue catalogue, Clock clock, Event<VideoForgotten> followers) {
        this(jdbi, catalogue, clock, (Consumer<VideoForgotten>) followers::fire);
    }

    Forgetting(Jdbi jdbi, Catalogue catalogue, Clock clock, Consumer<VideoForgotten> followers) {
        this.jdbi = jdbi;
        this.catalogue = catalogue;
        this.clock = clock;
        this.followers = followers;
    }

    protected Forgetting() { // CDI proxy
        this(null, null, null, (Consumer<VideoForgotten>) null);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object ready) {
        rounds = Rounds.of("library-forgetting", EVERY, EVERY, this::sweep);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }

    /** @return how many were forgotten */
    int sweep() {
        int forgotten = 0;
        for (int tries = 0; tries < AT_ONCE; tries++) {
            try {
                Optional<VideoForgotten> next = jdbi.inTransaction(transaction -> {
                    Optional<VideoForgotten> over =
                            catalogue.forget(transaction, clock.instant().minus(Catalogue.GRACE));
                    over.ifPresent(followers);
                    return over;
                });
                if (next.isEmpty()) {
                    return forgotten;
                }
                forgotten++;
                LOG.log(
                        System.Logger.Level.INFO,
                        () -> "deleted video forgotten tenant=" + next.get().tenant() + " media="
                                + next.get().video().id());
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "cannot forget a deleted video, next try in some minutes", failed);
                return forgotten;
            }
        }
        return forgotten;
    }
}
