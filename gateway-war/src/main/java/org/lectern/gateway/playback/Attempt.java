package org.lectern.gateway.playback;

/**
 * What a learner has done with a video in a course so far, over all playbacks: the xAPI registration's history. Immutable.
 *
 * @param segments watched stretches, closed ones only
 * @param milestones bit n set: n times 25 percent was reported
 * @param timeSpent wall-clock milliseconds while playing
 * @param position where the learner was last, milliseconds
 * @param completed whether {@code completed} was told
 * @param finished whether a report was already marked as the one that finishes
 */
record Attempt(Segments segments, int milestones, long timeSpent, long position, boolean completed, boolean finished) {

    static final Attempt NEW = new Attempt(Segments.NONE, 0, 0, 0, false, false);

    Attempt watched(long from, long to) {
        return new Attempt(segments.and(from, to), milestones, timeSpent, position, completed, finished);
    }

    Attempt spent(long milliseconds) {
        return new Attempt(segments, milestones, timeSpent + milliseconds, position, completed, finished);
    }

    Attempt at(long newPosition) {
        return new Attempt(segments, milestones, timeSpent, newPosition, completed, finished);
    }

    boolean reported(int milestone) {
        return (milestones & 1 << milestone) != 0;
    }

    Attempt report(int milestone) {
        return new Attempt(segments, milestones | 1 << milestone, timeSpent, position, completed, finished);
    }

    Attempt complete() {
        return new Attempt(segments, milestones, timeSpent, position, true, finished);
    }

    Attempt finish() {
        return new Attempt(segments, milestones, timeSpent, position, completed, true);
    }
}
