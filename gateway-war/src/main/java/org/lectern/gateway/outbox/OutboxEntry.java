package org.lectern.gateway.outbox;

import java.time.Instant;
import java.util.UUID;
import org.lectern.config.tenant.TenantId;

/**
 * One statement on its way into the outbox. Id and bytes are final.
 *
 * @param tenant whose it is
 * @param destination name of the tenant's LRS it goes to
 * @param shard lane number within the destination, chosen by actor
 * @param statementId the xAPI statement id
 * @param actorKey the learner, as in {@code LearnerSession#learnerKey}
 * @param at the statement's timestamp
 * @param body the statement's JSON, UTF-8; not to be changed by anybody
 */
public record OutboxEntry(
        TenantId tenant, String destination, int shard, UUID statementId, String actorKey, Instant at, byte[] body) {}
