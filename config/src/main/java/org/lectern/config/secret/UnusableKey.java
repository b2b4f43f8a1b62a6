package org.lectern.config.secret;

/** The master key cannot be read, or be made. The message says which file, why, and what to do. */
public final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKey(String message) {
        super(message);
    }

    UnusableKey(String message, Throwable cause) {
        super(message, cause);
    }
}
