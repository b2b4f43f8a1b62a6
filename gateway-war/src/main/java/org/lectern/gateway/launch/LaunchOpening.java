package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.VerifiedLaunch;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.refusal.LaunchSource;

/**
 * Opens the session of a verified launch: the login is consumed, the session kept, the launch logged and its statements put into the
 * outbox in one transaction, or nothing of it happens. Safe for any thread.
 */
@ApplicationScoped
public class LaunchOpening {

    private final ToldChanges changes;
    private final JdbcPendingLogins logins;
    private final JdbcSessions sessions;
    private final LaunchRecords records;
    private final SessionOfLaunch translation;
    private final LaunchFollowers followers;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public LaunchOpening(
            ToldChanges changes,
            JdbcPendingLogins logins,
            JdbcSessions sessions,
            LaunchRecords records,
            SessionOfLaunch translation,
            LaunchFollowers followers,
            Clock clock,
            SecureRandom random) {
        this.changes = changes;
        this.logins = logins;
        this.sessions = sessions;
        this.records = records;
        this.translation = translation;
        this.followers = followers;
        this.clock = clock;
        this.random = random;
    }

    protected LaunchOpening() { // CDI proxy
        this(null, null, null, null, null, null, null, null);
    }

    /**
     * What a launch opened.
     *
     * @param session the session
     * @param token what its page proves it with; known to nobody else
     * @param carrier what bound the launch to its browser
     */
    public record Opened(LearnerSession session, SessionToken token, Carrier carrier) {}

    /** @throws LaunchRejected {@code state.used} when somebody was faster with the same login */
    public Opened open(VerifiedLaunch verified, Tenant tenant, String correlation) {
        Launch launch = verified.launch();
        Instant now = clock.instant();
        String platform = TenantRegistrations.origin(launch.registration().id()).platform();
        LearnerSession session = translation.session(freshId(), launch, tenant, platform, now);
        SessionToken token = SessionToken.fresh(random);
        Carrier carrier = changes.make(tenant, session.learnerKey(), (transaction, told) -> {
            Carrier won = Carrier.of(verified.carrier(), consume(transaction, verified, now));
            sessions.open(transaction, session, token);
            followers.opened(transaction, launch, tenant, session, correlation);
            records.write(transaction, told, launch, won, tenant, session, correlation);
            return won;
        });
        return new Opened(session, token, carrier);
    }

    private LoginStart consume(Handle transaction, VerifiedLaunch verified, Instant now) {
        return logins.take(transaction, verified.login().stateHash(), now)
                .orElseThrow(() -> new LaunchRejected(
                        LaunchRefusal.STATE_USED,
                        "another request finished this login first",
                        source(verified.launch()),
                        null));
    }

    private static LaunchSource source(Launch launch) {
        return new LaunchSource(
                java.util.Optional.of(launch.registration().id()),
                java.util.Optional.of(launch.registration().issuer()),
                java.util.Optional.of(launch.registration().clientId()),
                java.util.Optional.of(launch.deploymentId()));
    }

    /** RFC 9562 §5.4, version 4. */
    private UUID freshId() {
        return new UUID(
                random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L,
                random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}
