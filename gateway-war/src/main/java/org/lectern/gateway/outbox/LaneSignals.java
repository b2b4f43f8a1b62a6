package org.lectern.gateway.outbox;

import java.util.List;

/** Hears, after a commit, what there is to deliver. Implemented by delivery; must return at once and never throw. */
@FunctionalInterface
public interface LaneSignals {

    /**
     * @param placed what was committed, each lane's entries in the order of their positions; may be kept to spare reading it back
     */
    void ready(List<Placed> placed);
}
