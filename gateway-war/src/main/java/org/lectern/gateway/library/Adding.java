package org.lectern.gateway.library;

import org.lectern.gateway.session.LearnerSession;

/** Who may add videos. Pages ask, the room that adds them answers. Safe for any thread. */
@FunctionalInterface
public interface Adding {

    /** Whether the person of this session may. */
    boolean mayAdd(LearnerSession session);
}
