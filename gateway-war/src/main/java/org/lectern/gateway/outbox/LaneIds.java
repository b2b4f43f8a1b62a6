package org.lectern.gateway.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;

/**
 * The ids of lanes, which are made when first needed and never change or vanish. Made in a transaction of their own, so that what is
 * remembered here is committed. Safe for any thread and any number of nodes.
 */
final class LaneIds {

    private static final String MAKE = """
            with made as (
                insert into lane (tenant, destination, shard) values (:tenant, :destination, :shard)
                on conflict (tenant, destination, shard) do nothing returning id)
            insert into lane_head (lane) select id from made
            """;
    private static final String FIND =
            "select id from lane where tenant = :tenant and destination = :destination and shard = :shard";

    private final Jdbi jdbi;
    private final Map<Key, Integer> known = new ConcurrentHashMap<>();

    LaneIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Key(TenantId tenant, String destination, int shard) {}

    int of(OutboxEntry entry) {
        return known.computeIfAbsent(new Key(entry.tenant(), entry.destination(), entry.shard()), this::findOrMake);
    }

    private int findOrMake(Key key) {
        // Jdbi's own inTransaction would join the caller's transaction, which may yet be rolled back.
        try (Handle own = jdbi.open()) {
            return own.inTransaction(transaction -> findOrMake(transaction, key));
        }
    }

    private static int findOrMake(Handle transaction, Key key) {
        transaction
                .createUpdate(MAKE)
                .bind("tenant", key.tenant().value())
                .bind("destination", key.destination())
                .bind("shard", key.shard())
                .execute();
        return transaction
                .createQuery(FIND)
                .bind("tenant", key.tenant().value())
                .bind("destination", key.destination())
                .bind("shard", key.shard())
                .mapTo(Integer.class)
                .one();
    }
}
