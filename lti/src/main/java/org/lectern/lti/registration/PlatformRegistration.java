package org.lectern.lti.registration;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * One platform's registration with this tool (LTI 1.3 core §3.1.3). {@code id} is an opaque name chosen by the host.
 * Issuer and client id may be shared by several registrations, told apart by deployment ids alone; an empty set of
 * deployment ids means that none is approved yet. {@code tokenAudience} is the audience of client assertions, often
 * the token URL itself. URLs must be https, or http on this machine.
 */
public record PlatformRegistration(
        String id,
        String issuer,
        String clientId,
        Set<String> deploymentIds,
        URI authorizationUrl,
        URI tokenUrl,
        String tokenAudience,
        URI jwksUrl) {

    public PlatformRegistration {
        requireText("id", id, 512);
        requireText("issuer", issuer, 1024);
        requireText("client id", clientId, 255);
        deploymentIds = Set.copyOf(Objects.requireNonNull(deploymentIds, "deployment ids"));
        deploymentIds.forEach(deployment -> requireText("deployment id", deployment, 255));
        requireSafe("authorization URL", authorizationUrl);
        requireSafe("token URL", tokenUrl);
        requireText("token audience", tokenAudience, 1024);
        requireSafe("key set URL", jwksUrl);
    }

    /** The platform's web origin: where its frames live and the only one to exchange window messages with. */
    public WebOrigin origin() {
        return WebOrigin.of(authorizationUrl).orElseThrow();
    }

    private static void requireText(String what, String value, int limit) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("registration without " + what);
        }
        if (value.length() > limit || value.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new IllegalArgumentException(what + " of a registration must have at most " + limit
                    + " characters, none of them a control character");
        }
    }

    private static void requireSafe(String what, URI url) {
        WebOrigin origin = url == null
                ? null
                : WebOrigin.of(url)
                        .orElseThrow(() -> new IllegalArgumentException(
                                what + " must be an absolute web address without user name: " + url.getHost()));
        if (origin == null) {
            throw new IllegalArgumentException("registration without " + what);
        }
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " must not have a fragment: " + origin);
        }
        if (!origin.secure() && !origin.loopback()) {
            throw new IllegalArgumentException(what + " must be https unless it is on this machine: " + origin);
        }
    }
}
