package org.lectern.gateway.delivery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.lectern.gateway.outbox.Placed;

/**
 * A leased lane's next entries: those that this node has just committed are taken from memory when they are needed, all others
 * are read from the database while the ones before are on their way. For one thread.
 */
final class ReadAhead {

    /** A little less than a request takes, so that a stretch seldom leaves a small rest. */
    private static final int BYTES = Learned.MOST_BYTES / 10 * 9;

    private final Lanes lanes;
    private final Fresh fresh;
    private final int lane;
    private final Executor readers;
    private Stretch stretch = Stretch.of(null, null);
    private int first;
    private CompletableFuture<Stretch> coming;
    private long readTo;
    private long head;
    private int usual = 1;
    private byte[] room = new byte[0];

    /**
     * @param settled the entries behind this position are wanted
     * @param head entries up to this position are known to be there
     */
    ReadAhead(Lanes lanes, Fresh fresh, int lane, long settled, long head, Executor readers) {
        this.lanes = lanes;
        this.fresh = fresh;
        this.lane = lane;
        this.readTo = settled;
        this.head = head;
        this.readers = readers;
    }

    /** The first entries: at most so many, and so many bytes; at least one if there is any. To be used until the next call. */
    Batch first(int count, int bytes) {
        int wanted = wanted(count);
        if (few(count, wanted)) {
            arrive();
            // Looked at before taking: then nothing that was committed here and kept is taken for missing.
            upTo(fresh.head(lane));
        }
        if (few(count, wanted)) {
            List<Placed> placed = fresh.take(lane, readTo, wanted, Learned.MOST_BYTES);
            keep(Stretch.joined(placed, left() == 0 ? this::room : byte[]::new));
        }
        if (few(count, wanted) && onlyInDatabase()) {
            fresh.readFromDatabase(lane);
            keep(read(readTo, wanted));
        }
        return stretch.batch(first, count, bytes);
    }

    /** Begins to read what comes after these if little else is left. */
    void prepare(int inFlight, int count) {
        upTo(fresh.head(lane));
        if (coming == null && left() - inFlight < count && onlyInDatabase()) {
            long after = readTo;
            // When these are taken, the next request may be twice as large.
            int rows = wanted(2 * count);
            fresh.readFromDatabase(lane);
            coming = CompletableFuture.supplyAsync(() -> read(after, rows), readers);
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
        upTo(fresh.head(lane));
        return left() > 0 || readTo < head;
    }

    /** More than these entries are known to wait. */
    boolean hasMoreThan(int count) {
        return left() > count || readTo < head;
    }

    /** Entries up to this position are known to be there. */
    void upTo(long position) {
        head = Math.max(head, position);
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
                keep(coming.join());
            } catch (CompletionException e) {
                throw new IllegalStateException("the next entries of lane " + lane + " cannot be read", e.getCause());
            } finally {
                coming = null;
            }
        }
    }

    // One after the other into the same array: at full speed a new one each time would fill the heap many times a
    // second.
    private byte[] room(int length) {
        if (room.length < length) {
            room = new byte[Math.max(length, Math.min(Learned.MOST_BYTES, 2 * room.length))];
        }
        return room;
    }

    private boolean onlyInDatabase() {
        return readTo < head && !fresh.holds(lane, readTo);
    }

    private Stretch read(long after, int rows) {
        return lanes.read(lane, after, rows, Learned.MOST_BYTES);
    }

    private void keep(Stretch read) {
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
