package org.lectern.gateway.launch;

import java.util.Optional;

/**
 * What a platform wants back to know whom a login is for. Opaque; may name a person.
 *
 * @param login {@code login_hint}
 * @param message {@code lti_message_hint}
 */
record LoginHints(String login, Optional<String> message) {

    @Override
    public String toString() {
        return "LoginHints[hidden]";
    }
}
