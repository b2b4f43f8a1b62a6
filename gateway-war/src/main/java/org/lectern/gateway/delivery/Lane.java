package org.lectern.gateway.delivery;

import org.lectern.config.tenant.TenantId;

/**
 * A lane as leased. Whoever holds it may settle as long as nobody leased it after him: every write names owner and fence.
 *
 * @param settled everything up to this position is done with
 * @param fence grows with every lease
 * @param learned what the lane's LRS takes, as far as the row knows
 * @param failures failed attempts in a row; above 0 the next one is a probe of one statement
 * @param settings fingerprint of the LRS settings the row was last used with; null before the first use
 * @param head the lane's last position when it was leased
 */
record Lane(
        int id,
        TenantId tenant,
        String destination,
        long settled,
        long fence,
        String owner,
        Learned learned,
        int failures,
        String settings,
        long head) {}
