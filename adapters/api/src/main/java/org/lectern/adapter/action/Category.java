package org.lectern.adapter.action;

import java.net.URI;

/**
 * A gallery or channel; a course's gallery for one.
 *
 * @param id its activity id, an absolute IRI that never changes
 * @param title its name for people
 */
public record Category(URI id, String title) {

    public Category {
        if (!id.isAbsolute()) {
            throw new IllegalArgumentException("category id is no absolute IRI: " + id);
        }
    }
}
