package org.lectern.adapter.xapi;

import java.net.URI;

/**
 * An identifier on the web, compared as an exact string: {@code http} and {@code https}, a trailing slash and letter case
 * all matter (xAPI Data §4.1.3).
 *
 * @param value absolute, with a scheme
 */
public record Iri(String value) {

    public Iri {
        if (!URI.create(value).isAbsolute()) {
            throw new IllegalArgumentException("an IRI needs a scheme: " + value);
        }
    }

    /** The same address as an IRI. */
    public static Iri of(URI address) {
        return new Iri(address.toString());
    }

    /** The IRI that begins with this one and ends with {@code rest}. */
    public Iri then(String rest) {
        return new Iri(value + rest);
    }

    @Override
    public String toString() {
        return value;
    }
}
