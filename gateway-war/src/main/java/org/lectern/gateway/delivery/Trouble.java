package org.lectern.gateway.delivery;

/**
 * What has gone wrong in a lane lately.
 *
 * @param failures failed attempts in a row
 * @param strikes how often a batch failed that reached into the suspected stretch
 * @param suspectTo something up to this position is probably what the LRS stumbles over; 0 for nothing
 * @param refusals statements refused in a row without one taken in between
 * @param absences look-ups in a row that found nothing after a conflict
 * @param oddities odd answers in a row
 * @param stuck failures in a row of the lane's first statement standing alone, although the LRS was reached
 */
record Trouble(int failures, int strikes, long suspectTo, int refusals, int absences, int oddities, int stuck) {

    static final int CERTAIN = 3;

    static Trouble none() {
        return new Trouble(0, 0, 0, 0, 0, 0, 0);
    }

    static Trouble after(int failures) {
        return new Trouble(failures, 0, 0, 0, 0, 0, 0);
    }

    /** The LRS took everything up to {@code settled}: what was suspected beyond stays suspected. */
    Trouble taken(long settled) {
        return settled >= suspectTo ? none() : new Trouble(0, strikes, suspectTo, 0, 0, 0, 0);
    }

    /** The culprit stood alone and is out of the way. */
    Trouble removed(int refusalsInARow) {
        return new Trouble(0, 0, 0, refusalsInARow, 0, 0, 0);
    }

    /** Certainly something in this batch: search by halves from now on. */
    Trouble searching(long to) {
        return new Trouble(0, CERTAIN, suspectTo == 0 ? to : Math.min(suspectTo, to), refusals, 0, 0, 0);
    }

    /** A batch failed: maybe the LRS, maybe something in it. Only after several failures of one stretch is it searched. */
    Trouble failed(long from, long to) {
        boolean sameStretch = suspectTo >= from;
        long narrowed = sameStretch ? Math.min(suspectTo, to) : to;
        return new Trouble(failures + 1, sameStretch ? strikes + 1 : 1, narrowed, refusals, 0, 0, 0);
    }

    /** A probe of one statement failed. */
    Trouble failedAlone(boolean reached) {
        return new Trouble(failures + 1, strikes, suspectTo, refusals, absences, 0, reached ? stuck + 1 : 0);
    }

    Trouble absent() {
        return new Trouble(failures + 1, strikes, suspectTo, refusals, absences + 1, 0, 0);
    }

    Trouble odd() {
        return new Trouble(failures + 1, strikes, suspectTo, refusals, absences, oddities + 1, 0);
    }

    Trouble refusedAll() {
        return new Trouble(failures + 1, strikes, suspectTo, refusals, 0, 0, 0);
    }
}
