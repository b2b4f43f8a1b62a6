package org.lectern.gateway.delivery;

import org.lectern.config.lrs.Dialect;

/**
 * How a destination wants its entries.
 *
 * @param alone one in each request
 * @param othersTell whether another entry that is taken tells an entry it stumbles over from a destination that is sick
 * @param refusals how many refused in a row stop the lane: nobody may empty a lane into the dead letters
 * @param bytes of entries in one request at most, as the destination says itself
 */
public record Manner(boolean alone, boolean othersTell, int refusals, int bytes) {

    /** Of a destination that says nothing about bytes. */
    public Manner(boolean alone, boolean othersTell, int refusals) {
        this(alone, othersTell, refusals, Integer.MAX_VALUE);
    }

    // OpenLRW says 400 to a wrong key, too.
    private static final Manner OPENLRW = new Manner(true, false, 5);
    private static final Manner STANDARD = new Manner(false, true, 50);

    static Manner of(Dialect dialect) {
        return dialect == Dialect.OPENLRW ? OPENLRW : STANDARD;
    }
}
