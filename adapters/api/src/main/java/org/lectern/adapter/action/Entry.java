package org.lectern.adapter.action;

import java.net.URI;
import java.util.Optional;

/**
 * A video in the library.
 *
 * @param id its activity id, an absolute IRI that never changes
 * @param title its title for people
 * @param language spoken language of the audio, RFC 5646, if known
 * @param live whether it is a live stream: it has no length, and so no progress
 */
public record Entry(URI id, String title, Optional<String> language, boolean live) {

    public Entry {
        if (!id.isAbsolute()) {
            throw new IllegalArgumentException("entry id is no absolute IRI: " + id);
        }
    }

    /** A video on demand. */
    public Entry(URI id, String title, Optional<String> language) {
        this(id, title, language, false);
    }
}
