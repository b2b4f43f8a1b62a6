package org.lectern.gateway.picker;

import java.util.List;
import java.util.Optional;

/**
 * What somebody chose.
 *
 * @param picks the videos, in order; none means that they cancelled
 * @param message a sentence in their language for the platform to show
 */
record Choice(List<Pick> picks, Optional<String> message) {

    Choice {
        picks = List.copyOf(picks);
    }

    /** How watching becomes a grade. */
    enum Grade {
        SHARE,
        COMPLETION
    }

    /**
     * A video for the course.
     *
     * @param media its id, as the page said it
     * @param title another name for it in the course
     * @param text what the course says about it
     * @param grade empty when it is not graded
     * @param window whether it opens in a window of its own
     */
    record Pick(String media, Optional<String> title, Optional<String> text, Optional<Grade> grade, boolean window) {}
}
