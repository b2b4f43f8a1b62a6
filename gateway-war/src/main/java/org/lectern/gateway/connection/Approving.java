package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RegisteredPlatformRow.State;

/** What an operator decides about registrations of the database: on, off, gone, and whose a deployment is. Safe for any thread. */
@ApplicationScoped
public class Approving {

    private final Jdbi jdbi;
    private final RegistrationTable table;
    private final ConnectedTenants tenants;

    @Inject
    public Approving(Jdbi jdbi, RegistrationTable table, ConnectedTenants tenants) {
        this.jdbi = jdbi;
        this.table = table;
        this.tenants = tenants;
    }

    protected Approving() { // CDI proxy
        this(null, null, null);
    }

    /** All that were not removed. */
    public List<RegisteredPlatformRow> all() {
        return table.all().stream().filter(row -> row.state() != State.REMOVED).toList();
    }

    /** One that was not removed. */
    public Optional<RegisteredPlatformRow> find(TenantId tenant, String platform) {
        return table.find(tenant, platform);
    }

    /**
     * Whether switching it on would make logins of another registration ambiguous: the same issuer and client id with other endpoints.
     * Nobody could say then whose keys count.
     */
    public boolean contradicts(RegisteredPlatformRow row) {
        boolean kept = all().stream()
                .filter(RegisteredPlatformRow::active)
                .map(RegisteredPlatformRow::platform)
                .anyMatch(other -> Registering.sameClient(other, row.platform())
                        && !Registering.sameEndpoints(other, row.platform()));
        return kept
                || tenants.declared().all().stream()
                        .flatMap(tenant -> tenant.platforms().stream())
                        .anyMatch(other -> Registering.sameClient(other, row.platform())
                                && !Registering.sameEndpoints(other, row.platform()));
    }

    /** Lets it launch. */
    public void activate(RegisteredPlatformRow row) {
        table.state(row.tenant(), row.platform().name(), State.ACTIVE);
    }

    /** Refuses its launches from now on; nothing is forgotten. */
    public void deactivate(RegisteredPlatformRow row) {
        table.state(row.tenant(), row.platform().name(), State.INACTIVE);
    }

    /** For good: its deployments may be claimed anew, its name is never used again. */
    public void remove(RegisteredPlatformRow row) {
        table.state(row.tenant(), row.platform().name(), State.REMOVED);
    }

    /** Says whose pages frame ours there, in place of what was entered before; what the platform told stays. */
    public void origins(RegisteredPlatformRow row, Set<FrameOrigin> entered) {
        table.origins(row.tenant(), row.platform().name(), entered);
    }

    /** Makes a deployment this registration's; false when it is another's. */
    public boolean approve(RegisteredPlatformRow row, String deployment) {
        boolean declared = tenants.declared().all().stream()
                .flatMap(tenant -> tenant.platforms().stream())
                .anyMatch(other -> Registering.sameClient(other, row.platform())
                        && other.deploymentIds().contains(deployment));
        if (declared) {
            return false;
        }
        boolean claimed =
                jdbi.inTransaction(transaction -> table.claim(transaction, row.tenant(), row.platform(), deployment));
        table.committed();
        return claimed;
    }
}
