package org.lectern.gateway.launch;

import jakarta.ws.rs.core.HttpHeaders;

/**
 * Whether cookies of ours come back in the frame a login runs in. Worth a redirect, because many platforms take their hints once: who is to
 * open a window has to be told before the platform is asked.
 */
enum CookieProbe {
    /** Nothing is known, and nothing can be: a window of its own, or a browser that does not say what it is. */
    UNKNOWN,
    /** A frame; a cookie is to be set, and to come back. */
    TO_TRY,
    /** It came back. */
    WORKS,
    /** It did not. */
    BLOCKED;

    private static final String NAME = "__Host-lti_probe";

    /** The value of the {@code Set-Cookie} header: the same for everybody, and gone soon. */
    static final String COOKIE = NAME + "=1; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=None; Partitioned";

    /**
     * By a request's headers.
     *
     * @param tried whether the cookie was set by the answer that led here
     */
    static CookieProbe of(HttpHeaders headers, boolean tried) {
        if (headers.getCookies().containsKey(NAME)) {
            return WORKS;
        }
        if (tried) {
            return BLOCKED;
        }
        String destination = headers.getHeaderString("Sec-Fetch-Dest");
        return destination == null || destination.equals("document") ? UNKNOWN : TO_TRY;
    }
}
