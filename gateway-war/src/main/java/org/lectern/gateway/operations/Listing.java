package org.lectern.gateway.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every list on the wire.
 *
 * @param items in the order that the resource promises
 * @param next the cursor of the rest; empty when there is none
 */
public record Listing<T>(List<T> items, Optional<String> next) {

    public Listing {
        items = List.copyOf(items);
    }

    static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, Optional.empty());
    }

    /** Of up to one row more than wanted: that row only tells that there is a rest. */
    static <T> Listing<T> cut(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? whole(found)
                : new Listing<>(found.subList(0, limit), Optional.of(cursor.apply(found.get(limit - 1))));
    }
}
