package org.lectern.gateway.outbox;

/**
 * An entry and where it lies.
 *
 * @param lane id of its lane, {@code lane.id}
 * @param position its place in the lane; the next entry's is greater by one
 * @param entry the entry
 */
public record Placed(int lane, long position, OutboxEntry entry) {}
