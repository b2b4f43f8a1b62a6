package org.lectern.gateway.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.lectern.gateway.problem.Problem;

/** A place in the list of failed tellings: they are numbered at random, so their time goes first. */
record TellingCursor(OffsetDateTime at, UUID id) {

    private static final String BETWEEN = "~";

    /** @throws Problem 400 {@code before.invalid} */
    static Optional<TellingCursor> read(String text) {
        return Asked.text(text).map(cursor -> {
            int middle = cursor.indexOf(BETWEEN);
            try {
                Instant at = Instant.parse(cursor.substring(0, Math.max(0, middle)));
                return new TellingCursor(
                        at.atOffset(ZoneOffset.UTC), Asked.uuid("before", cursor.substring(middle + 1)));
            } catch (DateTimeParseException e) {
                throw new Problem(400, "before.invalid", "before must be the 'next' of an earlier answer.").causedBy(e);
            }
        });
    }

    static String after(Instant at, UUID id) {
        return at + BETWEEN + id;
    }
}
