package org.lectern.gateway.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.lectern.gateway.outbox.Placed;

/**
 * One lane's part of {@link Fresh}: entries whose positions follow one another. As soon as one is missing, nothing is kept until the
 * lane's reader has gone round by the database. Safe for any thread. Times are nanoseconds.
 */
final class FreshLane {

    /** What an entry takes beside its body. */
    static final int OVERHEAD = 256;

    private static final int MANY = 1_000;

    private final long most;
    private final Allowance allowance;
    private ArrayDeque<Placed> entries = new ArrayDeque<>();
    private int largest;
    private long bytes;
    private long head;
    private boolean missed;
    private long used;

    /**
     * @param most bytes of this lane
     * @param allowance for the bytes of all lanes together
     */
    FreshLane(long most, Allowance allowance) {
        this.most = most;
        this.allowance = allowance;
    }

    synchronized void add(Placed placed, long now) {
        if (placed.position() <= head) {
            return; // its committer was overtaken on the way here, and the lane has missed it since
        }
        long size = size(placed);
        missed |= !entries.isEmpty() && placed.position() != head + 1;
        missed = missed || bytes + size > most || !allowance.take(size);
        head = placed.position();
        if (!missed) {
            used = entries.isEmpty() ? now : used;
            entries.add(placed);
            bytes += size;
            largest = Math.max(largest, entries.size());
        }
    }

    synchronized List<Placed> take(long after, int count, int mostBytes, long now) {
        used = now;
        dropTo(after);
        List<Placed> taken = new ArrayList<>();
        if (follows(after)) {
            long sum = 2; // the brackets of an array
            while (!entries.isEmpty() && taken.size() < count) {
                // All but the first come after a comma.
                int next = entries.peek().entry().body().length + (taken.isEmpty() ? 0 : 1);
                if (!taken.isEmpty() && sum + next > mostBytes) {
                    break;
                }
                sum += next;
                taken.add(remove());
            }
        }
        // Whoever has come this far has missed nothing.
        missed &= !entries.isEmpty() || after + taken.size() < head;
        return taken;
    }

    synchronized boolean holds(long after) {
        dropTo(after);
        return follows(after);
    }

    synchronized long head() {
        return head;
    }

    synchronized void beginAnew(long now) {
        forget();
        missed = false;
        used = now;
    }

    synchronized void forget() {
        dropTo(Long.MAX_VALUE);
        missed = true;
    }

    synchronized void forgetUnusedSince(long time) {
        if (!entries.isEmpty() && used - time < 0) {
            forget();
        }
    }

    private boolean follows(long after) {
        return !entries.isEmpty() && entries.peek().position() == after + 1;
    }

    private void dropTo(long position) {
        while (!entries.isEmpty() && entries.peek().position() <= position) {
            remove();
        }
    }

    private Placed remove() {
        Placed first = entries.remove();
        if (entries.isEmpty() && largest > MANY) {
            // It never shrinks by itself, and there may be thousands of lanes.
            entries = new ArrayDeque<>();
            largest = 0;
        }
        bytes -= size(first);
        allowance.giveBack(size(first));
        return first;
    }

    private static long size(Placed placed) {
        return placed.entry().body().length + OVERHEAD;
    }
}
