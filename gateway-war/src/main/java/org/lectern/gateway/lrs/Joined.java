package org.lectern.gateway.lrs;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Statements one after the other, as they lie in the outbox, with a comma between two: a part of an array that nobody changes
 * and that is sent from where it lies.
 *
 * @param array holds the statements' JSON, UTF-8; sent byte for byte, every time the same
 * @param from where the first statement begins
 * @param to where the last one has ended
 * @param ids their xAPI ids, in order
 */
public record Joined(byte[] array, int from, int to, List<UUID> ids) {

    static final Joined NOTHING = new Joined(new byte[0], 0, 0, List.of());

    /** One statement. */
    public static Joined of(StoredStatement alone) {
        return of(List.of(alone));
    }

    /** These statements, copied together. */
    public static Joined of(List<StoredStatement> statements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (StoredStatement statement : statements) {
            if (bytes.size() > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(statement.body());
        }
        return new Joined(
                bytes.toByteArray(),
                0,
                bytes.size(),
                statements.stream().map(StoredStatement::id).toList());
    }

    public int count() {
        return ids.size();
    }

    /** Bytes from the first statement's beginning to the last one's end, commas included. */
    public int length() {
        return to - from;
    }

    /** The only statement. */
    public StoredStatement alone() {
        if (count() != 1) {
            throw new IllegalStateException(count() + " statements are not one alone");
        }
        return new StoredStatement(ids.get(0), Arrays.copyOfRange(array, from, to));
    }
}
