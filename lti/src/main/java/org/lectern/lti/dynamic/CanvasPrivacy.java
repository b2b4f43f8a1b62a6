package org.lectern.lti.dynamic;

import java.util.Set;

/** Canvas knows four levels instead of claims. Pure. */
final class CanvasPrivacy {

    private CanvasPrivacy() {}

    static String of(Set<String> claims) {
        boolean names = claims.contains("name") || claims.contains("given_name") || claims.contains("family_name");
        boolean mail = claims.contains("email");
        if (names) {
            return mail ? "public" : "name_only";
        }
        return mail ? "email_only" : "anonymous";
    }
}
