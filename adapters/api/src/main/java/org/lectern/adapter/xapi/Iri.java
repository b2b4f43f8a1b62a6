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
        if (!isPlain(value) && !URI.create(value).isAbsolute()) {
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

    /**
     * A web address of harmless characters, as nearly all are; every statement has a dozen, and reading them as addresses costs more than
     * writing them.
     */
    private static boolean isPlain(String value) {
        int host = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : value.length();
        if (host == value.length() || !isLetterOrDigit(value.charAt(host))) {
            return false;
        }
        for (int i = host + 1; i < value.length(); i++) {
            char at = value.charAt(i);
            if (!isLetterOrDigit(at) && "/.:-_~".indexOf(at) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
    }

    @Override
    public String toString() {
        return value;
    }
}
