package org.lectern.lti.dynamic;

import java.util.Objects;

/** What a platform answered: HTTP status and body. Untrusted; its size is checked again before it is read. */
public record PlatformAnswer(int status, byte[] body) {

    /** Largest body, in bytes: several times what the platform with the most variables says about itself. */
    public static final int LIMIT = 40 * 1024;

    public PlatformAnswer {
        Objects.requireNonNull(body);
    }

    boolean good() {
        return status >= 200 && status < 300;
    }

    boolean redirect() {
        return status >= 300 && status < 400;
    }
}
