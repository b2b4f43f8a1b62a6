package org.lectern.gateway.playback;

import java.util.List;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;

/** The tenants' twin, with one tenant. */
record OneTenant(Tenant tenant) implements Tenants {

    @Override
    public List<Tenant> all() {
        return List.of(tenant);
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return tenant.id().equals(id) ? Optional.of(tenant) : Optional.empty();
    }
}
