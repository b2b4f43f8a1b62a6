package org.lectern.adapter.xapi;

import java.net.URI;

/** The inverse functional identifier of an {@link Actor}. */
public sealed interface ActorIdentity {

    /**
     * An account at a system.
     *
     * @param homePage absolute address of the system, no trailing slash of ours added
     * @param name the id within it
     */
    record Account(URI homePage, String name) implements ActorIdentity {
        public Account {
            if (!homePage.isAbsolute() || name.isBlank()) {
                throw new IllegalArgumentException("an account needs an absolute homePage and a name");
            }
        }
    }

    /**
     * A mail address.
     *
     * @param address without {@code mailto:}
     */
    record Mbox(String address) implements ActorIdentity {
        public Mbox {
            if (address.indexOf('@') < 1 || address.startsWith("mailto:")) {
                throw new IllegalArgumentException("not a plain mail address");
            }
        }
    }

    /**
     * Hash of a mail address.
     *
     * @param sha1 lower-case hex SHA-1 of the whole {@code mailto:} IRI, its domain in lower case
     */
    record MboxSha1(String sha1) implements ActorIdentity {
        public MboxSha1 {
            if (!sha1.matches("[0-9a-f]{40}")) {
                throw new IllegalArgumentException("not a SHA-1 in lower-case hex");
            }
        }
    }
}
