package org.lectern.gateway.delivery;

import org.lectern.gateway.lrs.Joined;

/**
 * Entries for one request.
 *
 * @param from position of the first one; 0 without entries
 * @param to position of the last one
 */
record Batch(long from, long to, Joined statements) {

    boolean isEmpty() {
        return count() == 0;
    }

    int count() {
        return statements.count();
    }

    /** Bytes of the statements without what stands between them. */
    int bytes() {
        return statements.length() - Math.max(0, count() - 1);
    }
}
