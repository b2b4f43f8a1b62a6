package org.lectern.gateway.connection;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The addresses that platforms of one maker have, so that an administrator need not look them up. Pure.
 *
 * @param audience of client assertions
 */
record UsualAddresses(String authorization, String token, String audience, String jwks) {

    private static final String BLACKBOARD = "https://developer.blackboard.com/api/v1/";
    private static final String SCHOOLOGY = "https://lti-service.svc.schoology.com/lti-service/";

    /** Canvas' hosted environments by issuer: their sign-on host and their own. */
    private static final Map<String, String> CANVAS = Map.of(
            "https://canvas.instructure.com", "https://sso.canvaslms.com",
            "https://canvas.beta.instructure.com", "https://sso.beta.canvaslms.com",
            "https://canvas.test.instructure.com", "https://sso.test.canvaslms.com");

    /**
     * Those of a platform.
     *
     * @param family as the form names it
     * @param issuer without what does not belong to an address
     */
    static Optional<UsualAddresses> of(String family, URI issuer, String clientId) {
        UnaryOperator<String> at = path -> issuer.toString().replaceAll("/+$", "") + path;
        return switch (family) {
            case "moodle" -> Optional.of(of(at, "/mod/lti/auth.php", "/mod/lti/token.php", "/mod/lti/certs.php"));
            case "canvas" -> Optional.of(canvas(at, issuer));
            case "brightspace" ->
                Optional.of(new UsualAddresses(
                        at.apply("/d2l/lti/authenticate"),
                        "https://auth.brightspace.com/core/connect/token",
                        "https://api.brightspace.com/auth/token",
                        at.apply("/d2l/.well-known/jwks")));
            case "blackboard" ->
                Optional.of(of(
                        path -> BLACKBOARD + path,
                        "gateway/oidcauth",
                        "gateway/oauth2/jwttoken",
                        "management/applications/" + clientId + "/jwks.json"));
            case "schoology" ->
                Optional.of(of(path -> SCHOOLOGY + path, "authorize-redirect", "access-token", ".well-known/jwks"));
            default -> Optional.empty();
        };
    }

    private static UsualAddresses canvas(UnaryOperator<String> at, URI issuer) {
        String signOn = CANVAS.getOrDefault(issuer.toString(), issuer.toString());
        String token = at.apply("/login/oauth2/token");
        return new UsualAddresses(
                signOn + "/api/lti/authorize_redirect", token, token, signOn + "/api/lti/security/jwks");
    }

    private static UsualAddresses of(UnaryOperator<String> at, String authorization, String token, String jwks) {
        return new UsualAddresses(at.apply(authorization), at.apply(token), at.apply(token), at.apply(jwks));
    }
}
