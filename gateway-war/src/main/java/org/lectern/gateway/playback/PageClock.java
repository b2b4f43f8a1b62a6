package org.lectern.gateway.playback;

import java.time.Duration;
import java.time.Instant;

/**
 * Corrects a page's clock by what one request shows of it. A request that arrives up to two seconds after it was sent proves
 * nothing but a slow network, and is left alone: else every fact would be late by that request's delay.
 *
 * @param offset what to add to the page's times
 * @param received when the request arrived; nothing happened later
 */
record PageClock(Duration offset, Instant received) {

    private static final Duration NETWORK = Duration.ofSeconds(2);
    /** Facts that claim to be of the very last moment still need room for the actions that they lead to. */
    private static final Duration ROOM = Duration.ofMillis(10);

    static PageClock of(Instant sent, Instant received) {
        Duration late = Duration.between(sent, received);
        boolean slow = !late.isNegative() && late.compareTo(NETWORK) <= 0;
        return new PageClock(slow ? Duration.ZERO : late, received);
    }

    /** The corrected time of a fact that {@code following} others of the same request come after. */
    Instant correct(Instant at, int following) {
        Instant latest = received.minus(ROOM.multipliedBy(following + 1L));
        Instant corrected = at.plus(offset);
        return corrected.isAfter(latest) ? latest : corrected;
    }
}
