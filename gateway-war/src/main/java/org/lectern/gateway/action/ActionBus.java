package org.lectern.gateway.action;

import java.util.List;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.outbox.OutboxEntry;

/** Turns learner actions into outbox entries by way of the adapters. Safe for any thread. */
public interface ActionBus {

    /**
     * Fires one action, once for every vocabulary that the tenant has switched on.
     *
     * @param tenant whose learner acted
     * @param actorKey the learner, {@code LearnerSession#learnerKey}; decides the shard
     * @param action what happened
     * @return the statements made of it, one entry for every destination that speaks the vocabulary; in the order made
     */
    List<OutboxEntry> tell(Tenant tenant, String actorKey, LearnerAction action);
}
