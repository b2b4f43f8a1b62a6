package org.lectern.gateway.operations;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A statement that was given up, as the operator sees it.
 *
 * @param happened the statement's time
 * @param reason {@code refused}, {@code too-large}, {@code conflict}, {@code server-error} or {@code expired}
 * @param detail the LRS's words
 * @param outcome {@code resent} or {@code discarded}; absent while it is open
 * @param statement as it was sent; absent in lists, since it tells who the learner is
 */
public record DeadLetterItem(
        long id,
        String tenant,
        String destination,
        int shard,
        UUID statementId,
        Instant happened,
        Instant died,
        String reason,
        String detail,
        Instant closed,
        String outcome,
        String outcomeWhy,
        int bytes,
        JsonObject statement) {}
