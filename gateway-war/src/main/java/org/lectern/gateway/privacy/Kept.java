package org.lectern.gateway.privacy;

import java.util.Map;
import org.lectern.gateway.session.LearnerSession;

/** A room that keeps something about people beside what they watched: a CDI bean. Safe for any thread. */
@FunctionalInterface
public interface Kept {

    /** How many it keeps of the session's own person, in the whole institution, by what they are, such as {@code likes}. */
    Map<String, Long> of(LearnerSession session);
}
