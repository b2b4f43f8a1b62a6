package org.lectern.playground.caliper;

/** An envelope that is not taken: the status and the words of the answer. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String words) {
        this(status, words, null);
    }

    Refused(int status, String words, Throwable cause) {
        super(words, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
