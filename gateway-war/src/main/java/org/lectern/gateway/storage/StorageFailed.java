package org.lectern.gateway.storage;

/** The storage did not do what it was asked to; trying again later may help. Its message is for the log. */
public class StorageFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageFailed(String message) {
        this(message, null);
    }

    StorageFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
