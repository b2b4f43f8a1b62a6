package org.lectern.config.tenant;

import java.util.List;
import java.util.Optional;

/**
 * The institutions declared by file and environment. Never changes.
 *
 * @param all in the order of {@code lectern.tenants}
 * @param warnings what is allowed but probably not meant; one line each, to be logged at the start
 */
public record DeclaredTenants(List<Tenant> all, List<String> warnings) implements Tenants {

    public DeclaredTenants {
        all = List.copyOf(all);
        warnings = List.copyOf(warnings);
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return all.stream().filter(tenant -> tenant.id().equals(id)).findFirst();
    }
}
