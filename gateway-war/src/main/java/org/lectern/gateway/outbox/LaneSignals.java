package org.lectern.gateway.outbox;

import java.util.Collection;

/** Hears, after a commit, which lanes have something to deliver. Implemented by delivery; must return at once and never throw. */
@FunctionalInterface
public interface LaneSignals {

    /**
     * @param lanes ids of the lanes, {@code lane.id}
     */
    void ready(Collection<Integer> lanes);
}
