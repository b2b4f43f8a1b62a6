package org.lectern.lti.launch;

import java.util.Optional;

/**
 * Whose work a submission review launch is about (Submission Review 1.0 §3.2): {@code userId} is the subject of that person's own
 * launches. Names are there when the platform shares them.
 */
public record ReviewedUser(
        String userId, Optional<String> name, Optional<String> givenName, Optional<String> familyName) {

    /** Without anything that says who it is. */
    @Override
    public String toString() {
        return "ReviewedUser";
    }
}
