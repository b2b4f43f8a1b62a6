package org.lectern.gateway.delivery;

import java.util.List;
import java.util.Optional;
import org.lectern.config.lrs.Standard;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.lrs.LrsClient;

/** Where lanes lead: the LRSs that are configured, and what other rooms bring entries to. Safe for any thread. */
record Ways(Tenants tenants, LrsClient lrs, List<Carriers> others) {

    /** The way to a destination as it is now; empty if there is none any more. */
    Optional<Carrier> to(TenantId tenant, String destination) {
        return tenants.find(tenant).stream()
                .flatMap(owner -> owner.destinations().stream())
                .filter(to -> to.kind() == Standard.XAPI && to.name().equals(destination))
                .findFirst()
                .<Carrier>map(to -> new LrsCarrier(lrs, to))
                .or(() -> others.stream()
                        .flatMap(other -> other.to(tenant, destination).stream())
                        .findFirst());
    }
}
