package org.lectern.bench.viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A viewer who does not play but moves the position to and fro: every fact leads to exactly one statement, "seeked", which names
 * the position moved to. For one thread.
 */
public final class Seeker {

    private final Viewer viewer;
    private final LongSupplier positions;
    private long position;

    /** @param positions where to go, in milliseconds, never twice in a row the same */
    public Seeker(Viewer viewer, LongSupplier positions) {
        this.viewer = viewer;
        this.positions = positions;
    }

    /** Begins the playback. */
    public void ready() throws IOException {
        viewer.ready();
    }

    /** Sends that many moves in one request and returns the last position, when they are accepted. */
    public long seek(int facts) throws IOException {
        List<String> moves = new ArrayList<>(facts);
        for (int i = 0; i < facts; i++) {
            long to = positions.getAsLong();
            moves.add(Facts.seek(viewer.next(), position, to));
            position = to;
        }
        viewer.report(moves);
        return position;
    }
}
