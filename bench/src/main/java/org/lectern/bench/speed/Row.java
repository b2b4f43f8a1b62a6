package org.lectern.bench.speed;

import java.sql.Timestamp;
import java.util.UUID;

/** A row of the outbox, as the gateway wrote it; {@code commit} is the time of its transaction, which tells transactions apart. */
record Row(
        int lane,
        long position,
        String tenant,
        UUID statementId,
        String actorKey,
        Timestamp at,
        Timestamp commit,
        byte[] body) {}
