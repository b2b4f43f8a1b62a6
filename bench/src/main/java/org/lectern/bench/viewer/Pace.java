package org.lectern.bench.viewer;

/**
 * How much was done in which time.
 *
 * @param count things done
 * @param seconds time it took
 */
public record Pace(long count, double seconds) {

    public double perSecond() {
        return count / seconds;
    }
}
