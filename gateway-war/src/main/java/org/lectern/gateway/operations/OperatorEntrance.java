package org.lectern.gateway.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.start.Start;

/**
 * Lets the operator in and nobody else. Without a usable token file it stays shut and says so, while learners go on: an
 * operator's file is no reason to stop a lesson. Safe for any thread.
 */
@ApplicationScoped
public class OperatorEntrance {

    private static final System.Logger LOG = System.getLogger(OperatorEntrance.class.getName());

    private final GatewaySettings settings;
    private final SecureRandom random;
    private final FailedTries failed;
    private volatile OperatorToken token;

    @Inject
    public OperatorEntrance(GatewaySettings settings, SecureRandom random, Clock clock) {
        this.settings = settings;
        this.random = random;
        this.failed = new FailedTries(clock);
    }

    protected OperatorEntrance() { // CDI proxy
        this.settings = null;
        this.random = null;
        this.failed = null;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event) {
        OperatorFiles files = new OperatorFiles(settings.dataFolder());
        try {
            token = files.token(random);
            files.url(settings.httpPort());
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the admin API may be unusable: operator.token or lectern.url in the data folder cannot be used; make"
                            + " them readable and writable, or remove them, and start again",
                    e);
        }
    }

    /**
     * Lets the bearer of the token pass.
     *
     * @param authorization the header, or null
     * @throws Problem 401 {@code operator.unauthorized}, 429 {@code operator.too_many_tries}, 503 {@code operator.no_token}
     */
    void admit(String authorization) {
        OperatorToken expected = token;
        if (expected == null) {
            throw new Problem(503, "operator.no_token", "This gateway has no usable operator.token; its log says why.");
        }
        if (expected.opens(authorization)) {
            return;
        }
        int tries = failed.one();
        if (tries > FailedTries.MOST) {
            throw new Problem(429, "operator.too_many_tries", "Too many failed tries; wait a minute.")
                    .retryAfter(FailedTries.WITHIN);
        }
        LOG.log(System.Logger.Level.WARNING, "operator refused tries-this-minute=" + tries);
        throw new Problem(
                401,
                "operator.unauthorized",
                "This needs the operator's token: 'Authorization: Bearer' with the content of operator.token in the data folder.");
    }
}
