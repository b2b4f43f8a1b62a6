package org.lectern.config.tenant;

import java.util.List;
import java.util.Optional;

/** Whom we serve. Safe for any thread; a snapshot per call. */
public interface Tenants {

    /** All institutions, in the order of {@code lectern.tenants}. */
    List<Tenant> all();

    /** The institution with this id. */
    Optional<Tenant> find(TenantId id);
}
