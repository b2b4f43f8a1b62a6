package org.lectern.gateway.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lectern.gateway.session.LearnerSession;

/**
 * A comment, as its row holds it.
 *
 * @param id given by the page that wrote it, so that sending it twice keeps it once
 * @param parent the comment it answers; an answer has no answers
 * @param learnerKey who wrote it
 * @param teaching whether they taught the course when they did
 * @param text plain; empty once removed
 * @param at when it was kept
 * @param removed who took it away, if somebody did
 */
record Comment(
        UUID id,
        Optional<UUID> parent,
        String learnerKey,
        boolean teaching,
        String text,
        Instant at,
        Optional<Removal> removed) {

    /** Who took it away. */
    enum Removal {
        AUTHOR,
        MODERATOR
    }

    /** As somebody means to make it. */
    static Comment fresh(Draft draft, LearnerSession by, Instant at) {
        boolean teaching = by.role() != LearnerSession.Role.LEARNER;
        return new Comment(draft.id(), draft.parent(), by.learnerKey(), teaching, draft.text(), at, Optional.empty());
    }

    /** Not the text: it may name people. */
    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
