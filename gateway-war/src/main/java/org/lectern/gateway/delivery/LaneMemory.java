package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node remembers of lanes between two leases and the rows do not say. Only a help: a lane that another node has held
 * meanwhile, or that an operator has resumed, starts afresh. Safe for any thread.
 */
final class LaneMemory {

    private static final Duration SLOW = Duration.ofSeconds(3);

    private final Map<Integer, Memory> memories = new ConcurrentHashMap<>();

    private record Memory(long fence, String settings, Learned learned, Trouble trouble, boolean slow) {}

    /** Where the lane stands as it is leased. */
    Memories recall(Lane lane, String settings) {
        if (lane.settings() != null && !lane.settings().equals(settings)) {
            return new Memories(Learned.nothing(), Trouble.after(lane.failures()));
        }
        Memory memory = memories.get(lane.id());
        if (memory == null
                || memory.fence() + 1 != lane.fence()
                || !memory.settings().equals(settings)) {
            return new Memories(lane.learned(), Trouble.after(lane.failures()));
        }
        return new Memories(memory.learned(), memory.trouble());
    }

    /** Where it stands now. */
    record Memories(Learned learned, Trouble trouble) {}

    void keep(Lane lane, String settings, Learned learned, Trouble trouble, Duration took) {
        memories.put(lane.id(), new Memory(lane.fence(), settings, learned, trouble, took.compareTo(SLOW) > 0));
    }

    /** Whether the lane failed or answered slowly when last served here. */
    boolean inTrouble(int lane) {
        return Optional.ofNullable(memories.get(lane))
                .map(memory -> memory.slow() || memory.trouble().failures() > 0)
                .orElse(false);
    }
}
