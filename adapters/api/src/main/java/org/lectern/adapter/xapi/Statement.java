package org.lectern.adapter.xapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One sentence for an LRS: somebody did something with something (xAPI Data §4). Its fields cannot be wrong one by one;
 * whether they fit together is the vocabulary's business.
 *
 * @param id chosen by the sender, so that sending twice stores once
 * @param actor who
 * @param verb did
 * @param object what
 * @param result with what outcome, {@link Result#NONE} for none
 * @param context where and within what, {@link StatementContext#NONE} for nothing
 * @param timestamp when; kept to the millisecond, which is all that is written
 */
public record Statement(
        UUID id, Actor actor, Verb verb, Activity object, Result result, StatementContext context, Instant timestamp) {

    private static final int RFC_4122 = 2;

    public Statement {
        requireStandard(id);
        timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
    }

    static void requireStandard(UUID id) {
        if (id.variant() != RFC_4122) {
            throw new IllegalArgumentException("an LRS refuses a UUID that is not of RFC 4122's variant: " + id);
        }
    }
}
