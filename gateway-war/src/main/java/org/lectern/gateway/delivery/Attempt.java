package org.lectern.gateway.delivery;

import java.time.Duration;

/**
 * One request to an LRS.
 *
 * @param from first position in it
 * @param to last position in it
 * @param count how many statements
 * @param bytes how long it was
 * @param full whether more statements were kept back by a limit
 * @param took time until the answer
 */
record Attempt(long from, long to, int count, int bytes, boolean full, Duration took) {

    boolean alone() {
        return count == 1;
    }
}
