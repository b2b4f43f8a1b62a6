package org.lectern.lti.keys;

import java.time.Instant;

/** The next key has not been published for long enough: platforms that remember our key set may not know it yet. */
public class NextKeyTooYoung extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant ready;

    NextKeyTooYoung(Instant ready) {
        super("the next tool key may sign from " + ready + " on");
        this.ready = ready;
    }

    /** From when on it may sign. */
    public Instant ready() {
        return ready;
    }
}
