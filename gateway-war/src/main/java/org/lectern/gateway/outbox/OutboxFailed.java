package org.lectern.gateway.outbox;

import org.jdbi.v3.core.JdbiException;

/** The database did not take entries; the caller's transaction must be rolled back. The cause is the database's own word. */
final class OutboxFailed extends JdbiException {

    private static final long serialVersionUID = 1L;

    OutboxFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
