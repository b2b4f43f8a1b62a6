package org.lectern.lti.launch;

import java.util.Optional;

/**
 * What someone may do in a course, and which of their roles said so.
 *
 * @param right what they may do
 * @param role the role that decided, as it came; absent when none did
 * @param ground why that role counts
 */
public record RoleDecision(Right right, Optional<String> role, Ground ground) {

    /** What a course allows. */
    public enum Right {
        LEARNER,
        CONTENT_DEVELOPER,
        INSTRUCTOR,
        ADMINISTRATOR
    }

    /** Why. */
    public enum Ground {
        /** The registration's own mapping says so. */
        MAPPED,
        /** The standard says so: a role in the course. */
        STANDARD,
        /** No role says anything about this course: they learn. */
        NOTHING
    }
}
