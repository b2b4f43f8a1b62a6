package org.lectern.gateway.playback;

import java.util.UUID;

/**
 * A row of {@code attempt}.
 *
 * @param id the xAPI registration
 * @param name whose attempt at what
 * @param attempt what was done so far
 * @param version the transaction that wrote it last, {@code xmin}
 */
record AttemptRow(UUID id, Name name, Attempt attempt, int version) {

    /** One learner, one scope (a course, or a link without a course), one video. */
    record Name(String tenant, String learnerKey, String scope, String media) {}

    AttemptRow with(Attempt newAttempt) {
        return new AttemptRow(id, name, newAttempt, version);
    }

    AttemptRow written(int newVersion) {
        return new AttemptRow(id, name, attempt, newVersion);
    }
}
