package org.lectern.gateway.outbox;

/** The database did not take entries; the caller's transaction must be rolled back. The cause is the database's own word. */
public final class OutboxFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
