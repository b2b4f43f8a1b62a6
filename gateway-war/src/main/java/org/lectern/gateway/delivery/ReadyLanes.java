package org.lectern.gateway.delivery;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which lane is served next on this node: round robin, one worker per lane. Lanes in trouble (failing, or with a request that
 * takes long) have places of their own, so that healthy lanes always find one. A lane that becomes ready while it is being
 * served is served again. Safe for any thread.
 */
final class ReadyLanes {

    private final int places;
    private final int troubledPlaces;
    private final ArrayDeque<Integer> healthy = new ArrayDeque<>();
    private final ArrayDeque<Integer> troubled = new ArrayDeque<>();
    private final Set<Integer> queued = new HashSet<>();
    private final Map<Integer, Boolean> served = new HashMap<>();
    private final Set<Integer> again = new HashSet<>();
    private int troubledServed;
    private boolean closed;

    ReadyLanes(int places, int troubledPlaces) {
        this.places = places;
        this.troubledPlaces = troubledPlaces;
    }

    /** A lane has something to do. */
    synchronized void offer(int lane, boolean inTrouble) {
        if (served.containsKey(lane)) {
            again.add(lane);
        } else if (queued.add(lane)) {
            (inTrouble ? troubled : healthy).add(lane);
            notifyAll();
        }
    }

    /** Waits for a lane to serve; nothing when closed. */
    synchronized Optional<Integer> take() throws InterruptedException {
        while (!closed) {
            if (!healthy.isEmpty() && served.size() - troubledServed < places) {
                return Optional.of(serve(healthy.poll(), false));
            } else if (!troubled.isEmpty() && troubledServed < troubledPlaces) {
                return Optional.of(serve(troubled.poll(), true));
            }
            wait();
        }
        return Optional.empty();
    }

    private int serve(int lane, boolean inTrouble) {
        queued.remove(lane);
        served.put(lane, inTrouble);
        troubledServed += inTrouble ? 1 : 0;
        return lane;
    }

    /** A served lane's request takes long: it moves to the places for trouble if there is room. */
    synchronized void slow(int lane) {
        if (Boolean.FALSE.equals(served.get(lane)) && troubledServed < troubledPlaces) {
            served.put(lane, true);
            troubledServed++;
            notifyAll();
        }
    }

    /** Whether a healthy lane waits for a place that this healthy lane holds. */
    synchronized boolean othersWait(int lane) {
        return Boolean.TRUE.equals(served.get(lane)) ? !troubled.isEmpty() : !healthy.isEmpty();
    }

    /** Whether the lane became ready again while it is served; asked once. */
    synchronized boolean readyAgain(int lane) {
        return again.remove(lane);
    }

    /** The lane is not served any more; it is queued again, behind the others, if {@code more} or if it became ready meanwhile. */
    synchronized void done(int lane, boolean more, IntPredicate inTrouble) {
        troubledServed -= Boolean.TRUE.equals(served.remove(lane)) ? 1 : 0;
        if (again.remove(lane) | more) {
            offer(lane, inTrouble.test(lane));
        }
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
