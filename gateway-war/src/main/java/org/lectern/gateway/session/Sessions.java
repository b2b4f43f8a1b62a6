package org.lectern.gateway.session;

import java.util.Optional;
import java.util.UUID;

/** Opened sessions. Safe for any thread. */
public interface Sessions {

    /**
     * The session of a bearer token, expired ones included as long as they take late facts: ask {@link LearnerSession#expires}.
     *
     * @param token as the page sent it
     */
    Optional<LearnerSession> find(String token);

    /** The session with this id, for the sweep; expired ones included. */
    Optional<LearnerSession> find(UUID id);
}
