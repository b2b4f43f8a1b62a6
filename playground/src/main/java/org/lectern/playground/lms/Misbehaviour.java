package org.lectern.playground.lms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One way to get a launch wrong on purpose (1EdTech certification list and more). In addresses: the name in lower case
 * with dashes, {@code break=wrong-kid}.
 */
enum Misbehaviour {
    NONE("Nothing: a correct launch"),
    EXPIRED("Token expired an hour ago"),
    FUTURE("Token issued in an hour"),
    NO_KID("No key id in the header"),
    WRONG_KID("Key id that the key set lacks"),
    BAD_SIGNATURE("Signature of another key under our key id"),
    ALG_NONE("Unsigned token, alg none"),
    ALG_HS256("HS256, signed with the public key"),
    MALFORMED("No token at all, just text"),
    NO_NONCE("No nonce"),
    WRONG_NONCE("Nonce of nobody's login"),
    WRONG_STATE("State of nobody's login"),
    WRONG_ISSUER("Issuer of another platform"),
    WRONG_AUDIENCE("Token for another tool"),
    UNKNOWN_DEPLOYMENT("Deployment nobody registered"),
    NO_DEPLOYMENT("No deployment id"),
    NO_MESSAGE_TYPE("No message type"),
    WRONG_MESSAGE_TYPE("Message type LtiNonsenseRequest"),
    NO_VERSION("No LTI version"),
    WRONG_VERSION("LTI version 11.3"),
    NO_ROLES("No roles claim"),
    NO_RESOURCE_LINK("No resource link"),
    NO_SUBJECT("No subject"),
    WRONG_TARGET("Target link on another host"),
    ERROR("Error access_denied instead of a token");

    private final String title;

    Misbehaviour(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Misbehaviour> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
