package org.lectern.gateway.grade;

import java.time.Instant;
import java.util.Locale;

/**
 * The last grade that was decided for a learner and a link.
 *
 * @param given 0 to 100
 * @param finished whether it was told as completed
 * @param stamp the score's own time, whole seconds
 * @param decided when
 * @param state what became of it
 */
record Standing(int given, boolean finished, Instant stamp, Instant decided, State state) {

    /** What became of a grade. */
    enum State {
        /** In the outbox. */
        WAITING,
        /** The platform has it. */
        DELIVERED,
        /** The platform gives this person no grades. Nothing more is sent until they come again. */
        DECLINED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
