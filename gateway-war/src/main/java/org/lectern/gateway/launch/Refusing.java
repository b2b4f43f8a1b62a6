package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Notices;
import org.lectern.gateway.page.Pages;
import org.lectern.lti.login.SecretHash;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * How logins and launches are refused, in one place: one row in the launch log, one line in the log, one count, and one recovery page.
 * Safe for any thread.
 */
@ApplicationScoped
public class Refusing {

    private static final System.Logger LOG = System.getLogger(Refusing.class.getName());

    private final LaunchLog log;
    private final ParkedDeployments parked;
    private final JdbcPendingLogins logins;
    private final LaunchTally tally;
    private final Tenants tenants;
    private final Pages pages;
    private final BindingPages bindingPages;

    @Inject
    public Refusing(
            LaunchLog log,
            ParkedDeployments parked,
            JdbcPendingLogins logins,
            LaunchTally tally,
            Tenants tenants,
            Pages pages,
            BindingPages bindingPages) {
        this.log = log;
        this.parked = parked;
        this.logins = logins;
        this.tally = tally;
        this.tenants = tenants;
        this.pages = pages;
        this.bindingPages = bindingPages;
    }

    protected Refusing() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    /**
     * The recovery page of a refusal; or, once, a page that asks the platform again.
     *
     * @param state the launch's state as it was sent, for the way back to the platform
     */
    public Response.ResponseBuilder answer(LaunchRejected refused, Optional<String> state, String correlation) {
        return answer(RefusalStatus.of(refused.refusal()), refused, state, correlation);
    }

    /** The same under another status. */
    public Response.ResponseBuilder answer(
            int status, LaunchRejected refused, Optional<String> state, String correlation) {
        Optional<TenantId> tenant =
                refused.registrationId().map(TenantRegistrations::origin).map(TenantRegistrations.Origin::tenant);
        String verdict = refused.refusal().code();
        LOG.log(
                System.Logger.Level.INFO,
                () -> "launch refused tenant=" + tenant.map(TenantId::value).orElse("-") + " verdict=" + verdict
                        + " detail=\"" + LaunchLog.clean(refused.detail()).replace('"', '\'') + "\" correlation="
                        + correlation);
        tally.count(verdict, tenant, Optional.empty());
        log.refused(refused, correlation);
        parked.park(refused);
        Optional<LoginStart> restartable = WayOn.leadsToThePlatform(refused.refusal())
                ? state.flatMap(sent -> logins.restartable(SecretHash.of(sent)))
                : Optional.empty();
        if (restartable.isPresent() && WayOn.asksAgain(refused, restartable.get())) {
            return bindingPages.askAgain(status, RestartResource.frame(state.orElseThrow()), refused.source());
        }
        Optional<String> window = restartable.flatMap(start -> state).map(RestartResource::window);
        return pages.answer(status, RecoveryNotice.of(refused.refusal(), correlation, window), framing(refused));
    }

    /** A platform that is not switched on yet is not among those that may frame; who opens it there must read why. */
    private Framing framing(LaunchRejected refused) {
        return refused.refusal() == LaunchRefusal.LOGIN_REGISTRATION_INACTIVE
                ? Framing.byAnybody()
                : Framing.unknown(tenants.all(), refused.source());
    }

    /** The page when the database is away: nothing was consumed, so the same launch may even be repeated. */
    public Response away(RuntimeException failure, String correlation) {
        LOG.log(System.Logger.Level.ERROR, "launch failed, database away correlation=" + correlation, failure);
        tally.count("failed", Optional.empty(), Optional.empty());
        return pages.answer(503, Notices.away(correlation), Framing.unknown(tenants.all()))
                .header("Retry-After", 5)
                .build();
    }
}
