package org.lectern.lti.launch;

import java.util.Optional;

/**
 * Who launched. {@code subject} is unique within the issuer only; the rest is there when the platform shares it. {@code
 * sourcedId} is the institution's own id of the person.
 */
public record LaunchUser(
        String subject,
        Optional<String> name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> email,
        Optional<String> sourcedId) {

    /** Without anything that says who it is. */
    @Override
    public String toString() {
        return "LaunchUser";
    }
}
