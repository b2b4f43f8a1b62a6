package org.lectern.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;

/** Decides whether a request comes from a page that a launch opened. Safe for any thread. */
@ApplicationScoped
public class BearerTokens {

    private static final String SCHEME = "bearer ";

    private final JdbcSessions sessions;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public BearerTokens(JdbcSessions sessions, Tenants tenants, Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.clock = clock;
    }

    protected BearerTokens() { // CDI proxy
        this(null, null, null);
    }

    /**
     * The session of an {@code Authorization} header; an open one lives on by it.
     *
     * @param authorization the header, or null
     * @param lateFacts whether an expired session will do
     * @throws Problem 401 {@code session.unknown} or {@code session.expired}
     */
    public LearnerSession authorize(String authorization, boolean lateFacts) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw unknown();
        }
        return admit(authorization.substring(SCHEME.length()).strip(), lateFacts);
    }

    /**
     * The session of a token.
     *
     * @throws Problem 401 {@code session.unknown} or {@code session.expired}
     */
    public LearnerSession admit(String token, boolean lateFacts) {
        LearnerSession session = sessions.find(token)
                .filter(found -> tenants.find(found.tenant()).isPresent())
                .orElseThrow(BearerTokens::unknown);
        if (clock.instant().isBefore(session.expires())) {
            return sessions.renew(token, session);
        }
        if (lateFacts) {
            return session;
        }
        throw new Problem(401, "session.expired", "This session has expired. Open the activity again from the course.");
    }

    private static Problem unknown() {
        return new Problem(
                401, "session.unknown", "No session has this token. Open the activity again from the course.");
    }
}
