package org.lectern.gateway.delivery;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;

/**
 * Entries of a lane in a row: an index that tells of each entry its position, id and length, and their bodies joined by commas in
 * one array, so that a batch is a part of it. Unchanged as long as it is used; the bodies may be missing.
 */
final class Stretch {

    /** Bytes of one entry in the index: position (8), statement id (16), length of the body (4), all big-endian. */
    private static final int INDEXED = 28;

    private static final Stretch EMPTY = new Stretch(ByteBuffer.allocate(0), new byte[0], 0);

    private final ByteBuffer index;
    private final byte[] bodies;
    private final int length;
    private final int[] ends;

    private Stretch(ByteBuffer index, byte[] bodies, int length) {
        this.index = index;
        this.bodies = bodies;
        this.length = length;
        this.ends = new int[index.capacity() / INDEXED];
        int end = -1;
        for (int i = 0; i < ends.length; i++) {
            end += 1 + bytes(i);
            ends[i] = end;
        }
    }

    /** As the database hands it out; either is null if there is nothing in it. */
    static Stretch of(byte[] index, byte[] bodies) {
        byte[] all = bodies == null ? new byte[0] : bodies;
        return index == null ? EMPTY : new Stretch(ByteBuffer.wrap(index), all, all.length);
    }

    /** As they were committed, copied together into what the room gives, which must be left alone as long as the stretch is used. */
    static Stretch joined(List<Placed> placed, IntFunction<byte[]> room) {
        if (placed.isEmpty()) {
            return EMPTY;
        }
        ByteBuffer index = ByteBuffer.allocate(placed.size() * INDEXED);
        int length = placed.size() - 1;
        for (Placed one : placed) {
            OutboxEntry entry = one.entry();
            index.putLong(one.position())
                    .putLong(entry.statementId().getMostSignificantBits())
                    .putLong(entry.statementId().getLeastSignificantBits())
                    .putInt(entry.body().length);
            length += entry.body().length;
        }
        byte[] bodies = room.apply(length);
        int at = 0;
        for (Placed one : placed) {
            byte[] body = one.entry().body();
            System.arraycopy(body, 0, bodies, at, body.length);
            at += body.length;
            if (at < length) {
                bodies[at++] = ',';
            }
        }
        return new Stretch(index.flip(), bodies, length);
    }

    int size() {
        return ends.length;
    }

    long position(int entry) {
        return index.getLong(entry * INDEXED);
    }

    int bytes(int entry) {
        return index.getInt(entry * INDEXED + 24);
    }

    /** Bytes of all bodies. */
    int bytes() {
        return size() == 0 ? 0 : ends[size() - 1] - size() + 1;
    }

    /** Whether the bodies of all its entries are there. */
    boolean whole() {
        return size() == 0 || length == ends[size() - 1];
    }

    /** The entries from this one on: at most so many, and so many bytes in an array of JSON; at least one if there is any. */
    Batch batch(int first, int count, int bytes) {
        int begin = begin(first);
        int most = Math.min(count, size() - first);
        int taken = Math.min(1, most);
        while (taken < most && ends[first + taken] - begin + 2 <= bytes) {
            taken++;
        }
        if (taken == 0) {
            return new Batch(0, 0, new Joined(bodies, begin, begin, List.of()));
        }
        int last = first + taken - 1;
        List<UUID> ids = IntStream.rangeClosed(first, last).mapToObj(this::id).toList();
        return new Batch(position(first), position(last), new Joined(bodies, begin, ends[last], ids));
    }

    /** How many entries begin before so many bytes. */
    int beginningBefore(int bytes) {
        int before = 0;
        while (before < size() && begin(before) - before < bytes) {
            before++;
        }
        return before;
    }

    /** Its entries from this one on, followed by these, copied together. */
    Stretch and(int first, Stretch next) {
        if (first == size()) {
            return next;
        } else if (next.size() == 0 && first == 0) {
            return this;
        }
        ByteBuffer both = ByteBuffer.allocate((size() - first + next.size()) * INDEXED);
        both.put(index.duplicate().position(first * INDEXED))
                .put(next.index.duplicate())
                .flip();
        int begin = begin(first);
        int rest = length - begin;
        byte[] joined = new byte[rest + (next.size() == 0 ? 0 : 1 + next.length)];
        System.arraycopy(bodies, begin, joined, 0, rest);
        if (next.size() > 0) {
            joined[rest] = ',';
            System.arraycopy(next.bodies, 0, joined, rest + 1, next.length);
        }
        return new Stretch(both, joined, joined.length);
    }

    private int begin(int entry) {
        return entry == 0 ? 0 : ends[entry - 1] + 1;
    }

    private UUID id(int entry) {
        return new UUID(index.getLong(entry * INDEXED + 8), index.getLong(entry * INDEXED + 16));
    }
}
