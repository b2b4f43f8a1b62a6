package org.lectern.lti.roster;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which members are wanted (NRPS 2.0 §2.4). A platform may ignore any of it.
 *
 * @param limit members a page; the platform may send fewer
 * @param role only those who have it: a short name such as {@code Learner}, or in full
 * @param resourceLinkId only those who can see this link ({@code rlid})
 */
public record RosterQuery(OptionalInt limit, Optional<String> role, Optional<String> resourceLinkId) {

    /** Everybody, in pages of a platform's own choice. */
    public static final RosterQuery ALL = new RosterQuery(OptionalInt.empty(), Optional.empty(), Optional.empty());

    public RosterQuery {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException("a page has at least one member, found " + limit.getAsInt());
        }
    }

    public RosterQuery limit(int members) {
        return new RosterQuery(OptionalInt.of(members), role, resourceLinkId);
    }

    public RosterQuery role(String wanted) {
        return new RosterQuery(limit, Optional.of(wanted), resourceLinkId);
    }

    public RosterQuery resourceLink(String id) {
        return new RosterQuery(limit, role, Optional.of(id));
    }
}
