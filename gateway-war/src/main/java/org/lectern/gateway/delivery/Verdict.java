package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What follows from an answer.
 *
 * @param settledTo the lane's new settled position
 * @param delivered how many statements the LRS has taken by this
 * @param death set when the statement at {@code settledTo} becomes a dead letter
 * @param next what to do now
 */
record Verdict(long settledTo, int delivered, Optional<Death> death, Learned learned, Trouble trouble, Next next) {

    /** This one, after so many statements that the LRS took before. */
    Verdict with(int before) {
        return new Verdict(settledTo, delivered + before, death, learned, trouble, next);
    }

    /**
     * Why a statement is given up.
     *
     * @param reason a stable word: {@code refused}, {@code too-large}, {@code conflict}, {@code server-error}, {@code expired}
     * @param detail the LRS's words, or ours
     */
    record Death(String reason, String detail) {}

    /** What to do with the lane now. */
    sealed interface Next {

        /** On with the next batch. */
        record GoOn() implements Next {}

        /** On after a rest; the LRS is well, but wants fewer requests. */
        record Rest(Duration time) implements Next {}

        /** Again after this time. */
        record BackOff(Duration time, String why) implements Next {}

        /** Somebody has to act. Probed once an hour, and when settings change. */
        record Pause(String why) implements Next {}

        /** Read the statement back and compare. */
        record AskBack(String why) implements Next {}
    }
}
