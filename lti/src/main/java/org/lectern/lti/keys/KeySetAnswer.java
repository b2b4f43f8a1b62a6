package org.lectern.lti.keys;

import java.util.Objects;

/** What a platform answered: HTTP status and body. Untrusted; its size is checked again before it is parsed. */
public record KeySetAnswer(int status, String body) {

    /** Largest body, in bytes of UTF-8. Brightspace keeps keys of many institutions in one set, which may pass 64 KiB. */
    public static final int LIMIT = 512 * 1024;

    public KeySetAnswer {
        Objects.requireNonNull(body);
    }
}
