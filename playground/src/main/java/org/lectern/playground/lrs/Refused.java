package org.lectern.playground.lrs;

/** The LRS does not take what was sent: the status to answer, and a message that says what and where. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String message) {
        this(status, message, null);
    }

    Refused(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
