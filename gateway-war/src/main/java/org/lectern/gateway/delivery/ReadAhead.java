package org.lectern.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A leased lane's next entries, read while the ones before are on their way. For one thread. */
final class ReadAhead {

    private static final int MOST_ROWS = 2 * Learned.LARGEST;

    private final Lanes lanes;
    private final int lane;
    private final Executor readers;
    private final List<Row> rows = new ArrayList<>();
    private CompletableFuture<List<Row>> coming;
    private int comingRows;
    private long readTo;
    private boolean end;

    ReadAhead(Lanes lanes, int lane, long settled, Executor readers) {
        this.lanes = lanes;
        this.lane = lane;
        this.readTo = settled;
        this.readers = readers;
    }

    /** The first entries: at most so many, and so many bytes; at least one if there is any. */
    List<Row> first(int count, int bytes) {
        if (rows.size() < count) {
            arrive();
        }
        if (rows.size() < count && !end) {
            keep(lanes.read(lane, readTo, wanted(count), Learned.MOST_BYTES), wanted(count));
        }
        int taken = 0;
        long total = 1;
        while (taken < Math.min(count, rows.size())) {
            total += rows.get(taken).bytes() + 1;
            if (taken > 0 && total > bytes) {
                break;
            }
            taken++;
        }
        return List.copyOf(rows.subList(0, taken));
    }

    /** Begins to read what comes after these if little else is left. */
    void prepare(int inFlight, int count) {
        if (!end && coming == null && rows.size() - inFlight < count) {
            long after = readTo;
            int wanted = wanted(count);
            comingRows = wanted;
            coming = CompletableFuture.supplyAsync(() -> lanes.read(lane, after, wanted, Learned.MOST_BYTES), readers);
        }
    }

    /** These are done with. */
    void drop(long settled) {
        int gone = 0;
        while (gone < rows.size() && rows.get(gone).position() <= settled) {
            gone++;
        }
        rows.subList(0, gone).clear();
    }

    /** Whether anything may be left, as far as was read. */
    boolean hasMore() {
        arrive();
        return !rows.isEmpty() || !end;
    }

    /** More than these entries are known to wait. */
    boolean hasMoreThan(int count) {
        return rows.size() > count || !end;
    }

    /** Entries have been added since. */
    void grown() {
        end = false;
    }

    private void arrive() {
        if (coming != null) {
            try {
                keep(coming.join(), comingRows);
            } catch (CompletionException e) {
                throw new IllegalStateException("the next entries of lane " + lane + " cannot be read", e.getCause());
            } finally {
                coming = null;
            }
        }
    }

    // Fewer than wanted, and not cut for their bytes: that was the end at the time of reading.
    private void keep(List<Row> read, int wanted) {
        rows.addAll(read);
        if (!read.isEmpty()) {
            readTo = read.get(read.size() - 1).position();
        }
        long bytes = read.stream().mapToLong(Row::bytes).sum();
        end = read.size() < wanted && bytes < Learned.MOST_BYTES;
    }

    private static int wanted(int count) {
        return Math.min(MOST_ROWS, Math.max(Learned.START, count));
    }
}
