package org.lectern.gateway.action;

import java.util.UUID;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.TenantId;

/** Keeps for the operator what an adapter failed to tell. Safe for any thread. */
@FunctionalInterface
public interface FailedTellings {

    /**
     * @param number as in the log
     * @param failure what the adapter threw
     */
    void keep(UUID number, TenantId tenant, String vocabulary, LearnerAction action, Throwable failure);
}
