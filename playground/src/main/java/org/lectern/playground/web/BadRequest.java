package org.lectern.playground.web;

/** The request makes no sense; the message goes into a 400 answer. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
