package org.lectern.bench.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lectern.bench.lrs.Cut;
import org.lectern.bench.lrs.Mood;

/** When the statement about each position reached its record store. Safe for any thread. */
final class Arrivals {

    private static final byte[] TIME_TO = "extensions/time-to\":".getBytes(StandardCharsets.US_ASCII);

    private final Map<Long, Long> byPosition = new ConcurrentHashMap<>();

    /** Notes and answers 204. */
    Mood noting() {
        return post -> {
            long now = System.nanoTime();
            for (Cut statement : post.statements()) {
                long position = statement.millisAfter(TIME_TO);
                if (position >= 0) {
                    byPosition.putIfAbsent(position, now);
                }
            }
            post.answer(204, "");
        };
    }

    /** {@link System#nanoTime()} of the first arrival. */
    Optional<Long> of(long position) {
        return Optional.ofNullable(byPosition.get(position));
    }
}
