package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * One row for every launch, good or bad: what an administrator needs to see why. Never a token, a name or a mail address. Bounded:
 * strangers' refusals push out each other, and everything goes after 90 days. Safe for any thread.
 */
@ApplicationScoped
public class LaunchLog {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int STRANGERS_KEPT = 20_000;
    private static final int LIMIT = 500;

    private static final String INSERT = """
            insert into launch_log (at, correlation, tenant, platform, issuer, client_id, deployment_id, message_type, verdict,
                detail, carrier, clock_skew_ms)
            values (:at, :correlation, :tenant, :platform, :issuer, :client, :deployment, :type, :verdict,
                :detail, :carrier, :skew)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public LaunchLog(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    protected LaunchLog() { // CDI proxy
        this(null, null);
    }

    /** A launch that opened a session, within the transaction that opens it. */
    public void accepted(Handle transaction, Launch launch, Carrier carrier, String correlation) {
        TenantRegistrations.Origin origin =
                TenantRegistrations.origin(launch.registration().id());
        transaction
                .createUpdate(INSERT)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("correlation", correlation)
                .bind("tenant", origin.tenant().value())
                .bind("platform", origin.platform())
                .bind("issuer", launch.registration().issuer())
                .bind("client", launch.registration().clientId())
                .bind("deployment", launch.deploymentId())
                .bind("type", launch.messageType().claim())
                .bind("verdict", "accepted")
                .bind("detail", (String) null)
                .bind("carrier", carrier.code())
                .bind("skew", launch.clockSkew().toMillis())
                .execute();
    }

    /** A login or launch that was refused. */
    public void refused(LaunchRejected refused, String correlation) {
        Optional<TenantRegistrations.Origin> origin = refused.registrationId().map(TenantRegistrations::origin);
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("correlation", correlation)
                .bind(
                        "tenant",
                        origin.map(TenantRegistrations.Origin::tenant)
                                .map(TenantId::value)
                                .orElse(null))
                .bind(
                        "platform",
                        origin.map(TenantRegistrations.Origin::platform).orElse(null))
                .bind("issuer", refused.issuer().map(LaunchLog::clean).orElse(null))
                .bind("client", refused.clientId().map(LaunchLog::clean).orElse(null))
                .bind("deployment", refused.deploymentId().map(LaunchLog::clean).orElse(null))
                .bind("type", (String) null)
                .bind("verdict", refused.refusal().code())
                .bind("detail", clean(refused.detail()))
                .bind("carrier", (String) null)
                .bind("skew", (Long) null)
                .execute());
    }

    /** Forgets what is too old, and strangers' refusals but for the newest. Returns how many rows went. */
    public int sweep() {
        return jdbi.withHandle(handle -> handle.execute(
                        "delete from launch_log where at < ?",
                        clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                + handle.execute(
                        "delete from launch_log where tenant is null and id <= (select id from launch_log"
                                + " where tenant is null order by id desc offset ? limit 1)",
                        STRANGERS_KEPT));
    }

    static String clean(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LIMIT ? plain : plain.substring(0, LIMIT);
    }
}
