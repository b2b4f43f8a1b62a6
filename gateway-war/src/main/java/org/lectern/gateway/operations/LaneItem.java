package org.lectern.gateway.operations;

import java.time.Instant;

/**
 * A lane as the operator sees it.
 *
 * @param state {@code running}, {@code backing-off} or {@code paused}
 * @param reason why it does not run; absent when it does
 * @param byHand whether an operator paused it
 * @param since when the state began
 * @param until when it is tried again; absent when it runs or waits for a person
 * @param depth statements that wait
 * @param oldestAge seconds that the oldest of them has waited; absent when none does
 * @param dead statements given up so far, resent ones included
 * @param leaseOwner the node that works on it now, if any
 * @param maxBytes learned limit of a batch, if any
 * @param maxCount learned limit of statements in a batch, if any
 * @param paceMs pause between two batches that the LRS asked for
 */
public record LaneItem(
        String tenant,
        String destination,
        int shard,
        String state,
        String reason,
        boolean byHand,
        Instant since,
        Instant until,
        int failures,
        long depth,
        Long oldestAge,
        long delivered,
        long dead,
        Instant lastDelivery,
        String leaseOwner,
        Instant leaseUntil,
        Integer maxBytes,
        Integer maxCount,
        int paceMs) {}
