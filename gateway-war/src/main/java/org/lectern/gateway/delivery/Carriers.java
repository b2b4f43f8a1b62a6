package org.lectern.gateway.delivery;

import java.util.Optional;
import org.lectern.config.tenant.TenantId;

/** Another room that brings entries to destinations which are no LRS. Found by CDI; must answer at once. Safe for any thread. */
public interface Carriers {

    /** Begins the names of destinations that take scores; no LRS is named so. */
    String SCORES = "ags-";

    /** The way there; empty if the destination is not of this kind or is not there any more. */
    Optional<Carrier> to(TenantId tenant, String destination);
}
