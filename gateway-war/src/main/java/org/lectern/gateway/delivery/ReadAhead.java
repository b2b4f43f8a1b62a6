package org.lectern.gateway.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A leased lane's next entries, read while the ones before are on their way. For one thread. */
final class ReadAhead {

    /** A little less than a request takes, so that a stretch seldom leaves a small rest. */
    private static final int BYTES = Learned.MOST_BYTES / 10 * 9;

    private final Lanes lanes;
    private final int lane;
    private final Executor readers;
    private Stretch stretch = Stretch.of(null, null);
    private int first;
    private CompletableFuture<Stretch> coming;
    private int comingRows;
    private long readTo;
    private int usual = 1;
    private boolean end;

    ReadAhead(Lanes lanes, int lane, long settled, Executor readers) {
        this.lanes = lanes;
        this.lane = lane;
        this.readTo = settled;
        this.readers = readers;
    }

    /** The first entries: at most so many, and so many bytes; at least one if there is any. */
    Batch first(int count, int bytes) {
        int wanted = wanted(count);
        if (few(count, wanted)) {
            arrive();
        }
        if (few(count, wanted) && !end) {
            keep(lanes.read(lane, readTo, wanted, Learned.MOST_BYTES), wanted);
        }
        return stretch.batch(first, count, bytes);
    }

    /** Begins to read what comes after these if little else is left. */
    void prepare(int inFlight, int count) {
        if (!end && coming == null && left() - inFlight < count) {
            long after = readTo;
            // When these are taken, the next request may be twice as large.
            int wanted = wanted(2 * count);
            comingRows = wanted;
            coming = CompletableFuture.supplyAsync(() -> lanes.read(lane, after, wanted, Learned.MOST_BYTES), readers);
        }
    }

    /** These are done with. */
    void drop(long settled) {
        while (left() > 0 && stretch.position(first) <= settled) {
            first++;
        }
    }

    /** Whether anything may be left, as far as was read. */
    boolean hasMore() {
        arrive();
        return left() > 0 || !end;
    }

    /** More than these entries are known to wait. */
    boolean hasMoreThan(int count) {
        return left() > count || !end;
    }

    /** Entries have been added since. */
    void grown() {
        end = false;
    }

    private int left() {
        return stretch.size() - first;
    }

    // A rest of less than half waits for what follows; more goes by itself, since putting it together means copying.
    private boolean few(int count, int wanted) {
        return left() == 0 || left() < Math.min(count, wanted) / 2;
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
    private void keep(Stretch read, int wanted) {
        end = read.size() < wanted && read.bytes() < Learned.MOST_BYTES;
        if (read.size() > 0) {
            readTo = read.position(read.size() - 1);
            usual = Math.max(1, read.bytes() / read.size());
            stretch = stretch.and(first, read);
            first = 0;
        }
    }

    private int wanted(int count) {
        return Math.max(1, Math.min(Math.min(Learned.LARGEST, BYTES / usual), Math.max(Learned.START, count)));
    }
}
