package org.lectern.lti.keys;

/** A key set could not be fetched or was refused as a whole. The message says why, without any of its content. */
public class KeySetUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeySetUnavailable(String reason) {
        super(reason);
    }

    public KeySetUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
