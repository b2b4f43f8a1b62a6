package org.lectern.lti.roster;

import java.util.Optional;
import org.lectern.lti.launch.Roles;

/**
 * A person in a course (NRPS 2.0 §2.2). {@code userId} is the subject of that person's launches. {@code roles} are theirs in this
 * course, as short names or in full. Everything about the person is there only when the platform shares it.
 */
public record Member(
        String userId,
        Status status,
        Roles roles,
        Optional<String> name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> email,
        Optional<String> sourcedId) {

    /** Whether they take part (NRPS 2.0 §2.2). */
    public enum Status {
        ACTIVE,
        INACTIVE,
        DELETED
    }

    /** The name to show: as the platform writes it, else given and family name. */
    public Optional<String> displayName() {
        return name.or(() -> {
            String both = (givenName.orElse("") + " " + familyName.orElse("")).strip();
            return both.isEmpty() ? Optional.empty() : Optional.of(both);
        });
    }

    /** Without anything that says who it is. */
    @Override
    public String toString() {
        return "Member[" + status + "]";
    }
}
