package org.lectern.gateway.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.lectern.config.tenant.TenantId;

/**
 * The ids of lanes, which are made when first needed and never change or vanish. An unknown one is looked up or made in the caller's
 * transaction, on its own connection (a second one could be the last that somebody else waits for), and remembered only after
 * the commit. Safe for any thread and any number of nodes.
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

    private final Map<Key, Integer> known = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, String destination, int shard) {

        /** One order for everybody, so that two who make the same lanes wait for each other and not in a circle. */
        static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.tenant().value())
                .thenComparing(Key::destination)
                .thenComparingInt(Key::shard);
    }

    /** The lane of each entry, within the transaction that is going to use them. */
    Integer[] of(Handle transaction, List<OutboxEntry> entries) {
        SortedMap<Key, Integer> fresh = new TreeMap<>(Key.ORDER);
        entries.stream()
                .map(LaneIds::key)
                .filter(key -> !known.containsKey(key))
                .forEach(key -> fresh.put(key, 0));
        fresh.replaceAll((key, none) -> findOrMake(transaction, key));
        return entries.stream()
                .map(LaneIds::key)
                .map(key -> fresh.containsKey(key) ? fresh.get(key) : known.get(key))
                .toArray(Integer[]::new);
    }

    /** After the commit. */
    void committed(List<Placed> placed) {
        placed.forEach(one -> known.putIfAbsent(key(one.entry()), one.lane()));
    }

    private static Key key(OutboxEntry entry) {
        return new Key(entry.tenant(), entry.destination(), entry.shard());
    }

    private static int findOrMake(Handle transaction, Key key) {
        transaction
                .createUpdate(MAKE)
                .bind("tenant", key.tenant().value())
                .bind("destination", key.destination())
                .bind("shard", key.shard())
                .execute();
        return find(transaction, key);
    }

    private static int find(Handle handle, Key key) {
        return handle.createQuery(FIND)
                .bind("tenant", key.tenant().value())
                .bind("destination", key.destination())
                .bind("shard", key.shard())
                .mapTo(Integer.class)
                .one();
    }
}
