package org.lectern.gateway.database;

/** The database cannot be used; the message says why and what to do. Nothing was accepted, nothing is lost. */
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseUnusable(String message) {
        super(message);
    }
}
