package org.lectern.lti.roster;

import java.util.List;

/**
 * The members of a course, each once, in the platform's order. {@code complete} is false when there were more than were read: too
 * many, too slow, or a next page that must not be asked.
 */
public record Membership(List<Member> members, boolean complete) {

    public Membership {
        members = List.copyOf(members);
    }

    /** Counts, not people. */
    @Override
    public String toString() {
        return "Membership[" + members.size() + (complete ? "" : ", incomplete") + "]";
    }
}
