package org.lectern.lti.access;

/** There was no whole answer. The message names host and kind of failure, never headers or bodies. */
public final class ServiceUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceUnreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
