package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.RegisteredPlatform;
import org.lectern.lti.registration.Registrations;

/**
 * What logins and launches ask: the active registrations, which ones wait to be switched on, and whether a registration takes a new
 * deployment by itself. It does so once, right after an invitation that was active from the start, when the platform named no
 * deployment and nobody else has that client. Safe for any thread.
 */
@ApplicationScoped
@Typed({LaunchRegistrations.class, Registrations.class})
public class LaunchRegistrations implements Registrations {

    private static final System.Logger LOG = System.getLogger(LaunchRegistrations.class.getName());

    private final ConnectedTenants tenants;
    private final TenantRegistrations active;
    private final RegistrationTable table;
    private final Jdbi jdbi;

    @Inject
    public LaunchRegistrations(
            ConnectedTenants tenants, TenantRegistrations active, RegistrationTable table, Jdbi jdbi) {
        this.tenants = tenants;
        this.active = active;
        this.table = table;
        this.jdbi = jdbi;
    }

    protected LaunchRegistrations() { // CDI proxy
        this(null, null, null, null);
    }

    @Override
    public List<PlatformRegistration> find(String issuer, Optional<String> clientId, Optional<String> deploymentId) {
        return active.find(issuer, clientId, deploymentId);
    }

    @Override
    public List<String> inactive(String issuer, Optional<String> clientId, Optional<String> deploymentId) {
        return tenants.rows().stream()
                .filter(row -> !row.active())
                .filter(row -> row.platform().issuer().equals(issuer))
                .filter(row -> clientId.map(row.platform().clientId()::equals).orElse(true))
                .filter(row -> deploymentId
                        .map(row.platform().deploymentIds()::contains)
                        .orElse(true))
                .map(row -> row.tenant() + "/" + row.platform().name())
                .toList();
    }

    @Override
    public Optional<PlatformRegistration> adopt(RegisteredPlatform platform, String deploymentId) {
        List<RegisteredPlatformRow> same = tenants.rows().stream()
                .filter(row -> row.platform().issuer().equals(platform.issuer())
                        && row.platform().clientId().equals(platform.clientId()))
                .toList();
        // With a second registration of that client anywhere, whose deployment it is would be a guess.
        if (platform.candidates().size() != 1
                || same.size() != 1
                || !same.get(0).takesFirst()) {
            return Optional.empty();
        }
        RegisteredPlatformRow only = same.get(0);
        boolean taken = jdbi.inTransaction(transaction -> {
            boolean first = table.claimFirst(transaction, only.tenant(), only.platform(), deploymentId);
            if (!first) {
                transaction.rollback();
            }
            return first;
        });
        if (!taken) {
            return Optional.empty();
        }
        table.committed();
        LOG.log(
                System.Logger.Level.INFO,
                "took first deployment tenant=" + only.tenant() + " platform="
                        + only.platform().name());
        return Optional.of(TenantRegistrations.registration(
                only.tenant(), only.with(deploymentId).platform()));
    }
}
