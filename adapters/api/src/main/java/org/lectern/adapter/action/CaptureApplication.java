package org.lectern.adapter.action;

import java.net.URI;

/**
 * What a recording is made with.
 *
 * @param id its activity id, an absolute IRI that never changes; not a launch address with a ticket in it
 * @param name its name for people
 * @param kind which of Kaltura's two launches it counts as
 */
public record CaptureApplication(URI id, String name, Kind kind) {

    /** Kaltura counts launches of its two capture applications apart. */
    public enum Kind {
        /** Its older one, and its like. */
        CAPTURE_SPACE,
        /** Its newer one, and its like; the recorder in the page for one. */
        KALTURA_CAPTURE
    }

    public CaptureApplication {
        if (!id.isAbsolute()) {
            throw new IllegalArgumentException("capture application's id is no absolute IRI: " + id);
        }
    }
}
