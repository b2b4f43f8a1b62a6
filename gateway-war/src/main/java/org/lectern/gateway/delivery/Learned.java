package org.lectern.gateway.delivery;

import java.time.Duration;

/**
 * What an LRS has shown to take.
 *
 * @param size statements per batch at present, by the clock
 * @param maxBytes bytes per batch that it took without complaint
 * @param maxCount statements per batch it takes at most
 * @param paceMs rest between two requests, in milliseconds
 */
record Learned(int size, int maxBytes, int maxCount, int paceMs) {

    static final int START = 50;
    static final int LARGEST = 500;
    static final int MOST_BYTES = 1 << 20;

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int FIRST_PACE = 100;
    private static final int LONGEST_PACE = 10_000;
    private static final int NO_PACE = 20;

    static Learned nothing() {
        return new Learned(START, MOST_BYTES, LARGEST, 0);
    }

    /** After a batch that was taken: larger when it was full and quick, smaller when slow; pauses get shorter. */
    Learned taken(int count, boolean full, Duration took) {
        int next = size;
        if (took.compareTo(SLOW) > 0) {
            next = Math.max(1, Math.min(size, count) / 2);
        } else if (full && count >= size && took.compareTo(QUICK) <= 0) {
            next = Math.min(LARGEST, size * 2);
        }
        int pace = paceMs * 7 / 8;
        return new Learned(next, maxBytes, maxCount, pace < NO_PACE ? 0 : pace);
    }

    /** After a batch that was not answered in time. */
    Learned notInTime(int count) {
        return count > 1 ? sized(Math.max(1, count / 2)) : this;
    }

    Learned sized(int next) {
        return new Learned(next, maxBytes, maxCount, paceMs);
    }

    /** After "too large". */
    Learned tooLarge(int bytes) {
        return new Learned(size, Math.max(1, Math.min(maxBytes, bytes) / 2), maxCount, paceMs);
    }

    /** After "too often". */
    Learned tooOften() {
        return new Learned(size, maxBytes, maxCount, Math.max(FIRST_PACE, Math.min(LONGEST_PACE, paceMs * 2)));
    }
}
