package org.lectern.gateway.launch;

import java.util.Optional;
import org.lectern.config.tenant.TenantId;

/** Counts launches by how they ended. Safe for any thread. */
@FunctionalInterface
public interface LaunchTally {

    /**
     * One more.
     *
     * @param verdict {@code accepted}, the code of a refusal, or {@code failed}: a closed list
     * @param tenant whose, if that is known
     * @param carrier what bound it to its browser, if it was accepted
     */
    void count(String verdict, Optional<TenantId> tenant, Optional<Carrier> carrier);
}
