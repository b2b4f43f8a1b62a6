package org.lectern.adapter.action;

import java.net.URI;

/**
 * An institution's video site.
 *
 * @param home its address, without a trailing slash, for example {@code https://video.example.edu/acme}; activity ids begin with it
 * @param name its name for people
 * @param extensions the IRI base of the gateway's own extensions, with a trailing slash ({@code GW:} in the vocabulary reference)
 */
public record Site(URI home, String name, String extensions) {

    public Site {
        if (home.toString().endsWith("/") || !home.isAbsolute()) {
            throw new IllegalArgumentException("site home must be absolute and without a trailing slash: " + home);
        }
        if (!extensions.endsWith("/")) {
            throw new IllegalArgumentException("extension base must end with a slash: " + extensions);
        }
    }
}
