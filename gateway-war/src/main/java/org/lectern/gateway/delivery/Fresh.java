package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.lectern.gateway.outbox.Placed;

/**
 * What this node committed a moment ago, so that delivery need not read it back. Only a help: the rows are in the database before they
 * come here, and what is missing here is read there. Of each lane it keeps one stretch without gaps; all together are bounded
 * in bytes, and no lane has more than a quarter of them. What nobody takes within {@link #FORGOTTEN_AFTER} is forgotten, so a lane that
 * rests, or that another node serves, fills no memory. Safe for any thread; never blocks but for moments.
 */
final class Fresh {

    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);
    static final int SHARES = 4;

    private final long mostOfALane;
    private final LongSupplier nanos;
    private final Allowance allowance;
    private final Map<Integer, FreshLane> lanes = new ConcurrentHashMap<>();

    /**
     * @param most bytes of all lanes together; 0 to keep nothing
     * @param nanos time, as {@link System#nanoTime()}
     */
    Fresh(long most, LongSupplier nanos) {
        this.mostOfALane = most / SHARES;
        this.allowance = new Allowance(most);
        this.nanos = nanos;
    }

    /** These have been committed. */
    void add(List<Placed> placed) {
        long now = nanos.getAsLong();
        for (Placed one : placed) {
            lanes.computeIfAbsent(one.lane(), lane -> new FreshLane(mostOfALane, allowance))
                    .add(one, now);
        }
    }

    /**
     * Hands over the lane's entries that follow a position without a gap; what lies before is done with.
     *
     * @param count at most so many
     * @param bytes at most so many in an array of JSON, or a single entry
     * @return nothing if the next one is not here
     */
    List<Placed> take(int lane, long after, int count, int bytes) {
        FreshLane fresh = lanes.get(lane);
        return fresh == null ? List.of() : fresh.take(after, count, bytes, nanos.getAsLong());
    }

    /** Whether the entry that follows this position is here. */
    boolean holds(int lane, long after) {
        FreshLane fresh = lanes.get(lane);
        return fresh != null && fresh.holds(after);
    }

    /** The last position that this node has committed, as far as it is known; 0 if none. */
    long head(int lane) {
        FreshLane fresh = lanes.get(lane);
        return fresh == null ? 0 : fresh.head();
    }

    /** The lane is read from the database now, everything that is committed: what is committed from here on is worth keeping. */
    void readFromDatabase(int lane) {
        FreshLane fresh = lanes.get(lane);
        if (fresh != null) {
            fresh.beginAnew(nanos.getAsLong());
        }
    }

    /** The lane stands still: what waits there will be read from the database. */
    void standsStill(int lane) {
        FreshLane fresh = lanes.get(lane);
        if (fresh != null) {
            fresh.forget();
        }
    }

    /** Forgets what nobody takes. To be called every second or so. */
    void forgetUnused() {
        long before = nanos.getAsLong() - FORGOTTEN_AFTER.toNanos();
        lanes.values().forEach(lane -> lane.forgetUnusedSince(before));
    }

    /** Bytes held now. */
    long held() {
        return allowance.taken();
    }
}
