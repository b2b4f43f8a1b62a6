package org.lectern.config.source;

/** The configuration file is missing or cannot be understood. The message says which file, why, and what to do. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
