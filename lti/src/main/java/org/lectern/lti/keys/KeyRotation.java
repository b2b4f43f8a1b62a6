package org.lectern.lti.keys;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When tool keys change their state. There is always a next key, made as soon as the one before it became active: at a planned
 * rotation every platform has had {@code every} to see it, and in an emergency it is there. Decides only; keeping the result, under
 * a lock that all nodes share, is the host's. Repeating a step at the same time changes nothing. Immutable.
 *
 * @param every how long a key signs; more than {@code publishAhead}
 * @param publishAhead how long at least a key is published before it signs: longer than platforms remember a key set (a day is long)
 * @param retireAfter how long a key that signs no more stays published: longer than the longest token it signed and what platforms
 *     remember
 */
public record KeyRotation(Duration every, Duration publishAhead, Duration retireAfter) {

    public static final KeyRotation DEFAULT =
            new KeyRotation(Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(7));

    /** @throws IllegalArgumentException for durations that are not positive, or {@code every} not above {@code publishAhead} */
    public KeyRotation {
        Objects.requireNonNull(retireAfter);
        boolean positive = publishAhead.compareTo(Duration.ZERO) > 0 && retireAfter.compareTo(Duration.ZERO) > 0;
        if (!positive || every.compareTo(publishAhead) <= 0) {
            throw new IllegalArgumentException(
                    "keys must sign longer than they are published ahead, and all for a while");
        }
    }

    /** The keys after everything that is due at {@code now}; the same object when nothing is. */
    public ToolKeys due(ToolKeys keys, Instant now, SecureRandom random) {
        ToolKeys after = keys;
        for (ToolKey key : keys.all()) {
            if (key.state() == KeyState.RETIRING && over(key, retireAfter, now)) {
                after = after.without(key.kid());
            }
        }
        Optional<ToolKey> ripe = after.next().filter(next -> over(next, publishAhead, now));
        if (ripe.isPresent() && over(after.active(), every, now)) {
            after = after.activate(ripe.get().kid(), now);
        }
        return withNext(after, now, random);
    }

    /**
     * Rotates before its time.
     *
     * @throws NextKeyTooYoung when platforms may not have seen the next key
     */
    public ToolKeys rotate(ToolKeys keys, Instant now, SecureRandom random) {
        ToolKeys ready = withNext(keys, now, random);
        ToolKey next = ready.next().orElseThrow();
        if (!over(next, publishAhead, now)) {
            throw new NextKeyTooYoung(next.since().plus(publishAhead));
        }
        return withNext(ready.activate(next.kid(), now), now, random);
    }

    /**
     * Takes a key out of use at once. When it is the active one, the next one signs from now on, however young.
     *
     * @throws IllegalArgumentException when there is no key of that name
     */
    public ToolKeys revoke(ToolKeys keys, String kid, Instant now, SecureRandom random) {
        boolean active = keys.active().kid().equals(kid);
        return withNext((active ? withNext(keys, now, random) : keys).revoke(kid, now), now, random);
    }

    private static ToolKeys withNext(ToolKeys keys, Instant now, SecureRandom random) {
        return keys.next().isPresent() ? keys : keys.with(ToolKey.generate(KeyState.NEXT, now, random));
    }

    private static boolean over(ToolKey key, Duration span, Instant now) {
        return !now.isBefore(key.since().plus(span));
    }
}
