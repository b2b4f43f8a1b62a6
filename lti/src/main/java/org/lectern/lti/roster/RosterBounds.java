package org.lectern.lti.roster;

import java.time.Duration;

/**
 * How much of a roster is read at most.
 *
 * @param pages requests for one roster
 * @param members people in it
 * @param within time for all pages together
 */
public record RosterBounds(int pages, int members, Duration within) {

    /** Ten thousand members in half a minute, on at most 400 pages. */
    public static final RosterBounds DEFAULT = new RosterBounds(400, 10_000, Duration.ofSeconds(30));

    public RosterBounds {
        if (pages < 1 || members < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("bounds of a roster must be above zero");
        }
    }
}
