package org.lectern.lti.access;

import java.time.Instant;

/**
 * A bearer token of one registration (RFC 6750). Secret.
 *
 * @param value goes into {@code Authorization: Bearer}
 * @param usableUntil shortly before the platform forgets it
 */
record AccessToken(String value, Instant usableUntil) {

    /** Without the token. */
    @Override
    public String toString() {
        return "AccessToken[usableUntil=" + usableUntil + "]";
    }
}
