package org.lectern.lti.login;

import java.time.Instant;
import java.util.Optional;

/**
 * Where pending logins are kept between the two halves of a login. Used by many threads, on many nodes. A host should cap
 * the number of rows (shed the oldest, or refuse with {@code login.overloaded}) and delete rows some time after
 * they expired.
 */
public interface PendingLogins {

    void save(PendingLogin login);

    /** The row, also when it is expired or used, so that a late or repeated launch can be named. */
    Optional<PendingLogin> find(String stateHash);

    /**
     * Marks the row as used. True exactly once per row, whoever asks at the same time; false for an unknown, expired or
     * used one, which the host refuses as {@code state.used}. Call it in the transaction that opens the session.
     */
    boolean consume(String stateHash, Instant now);
}
