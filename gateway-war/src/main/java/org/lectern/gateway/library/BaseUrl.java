package org.lectern.gateway.library;

import java.net.URI;
import org.lectern.lti.registration.WebOrigin;

/**
 * Where browsers and platforms reach this deployment ({@code lectern.base-url}). Part of every activity id, so it must not change
 * once statements have been sent.
 *
 * @param value absolute http or https address without trailing slash
 */
public record BaseUrl(URI value) {

    public BaseUrl {
        if (WebOrigin.of(value).isEmpty() || value.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "the base URL must be an absolute web address without trailing slash, found " + value);
        }
    }

    /** An address below this one. */
    public URI at(String path) {
        return URI.create(value + path);
    }
}
