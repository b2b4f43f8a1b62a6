package org.lectern.config.secret;

/** A sealed text cannot be opened. The message says which one, why, and what to do; never what is in it. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpen(String message) {
        super(message);
    }

    CannotOpen(String message, Throwable cause) {
        super(message, cause);
    }
}
