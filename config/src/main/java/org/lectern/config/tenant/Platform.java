package org.lectern.config.tenant;

import java.net.URI;
import java.util.Set;
import org.lectern.lti.registration.RoleMapping;

/**
 * An LMS registered for an institution ({@code lectern.tenant.<id>.platform.<name>.*}).
 *
 * @param name its name within the institution
 * @param issuer compared byte for byte; not unique among institutions on hosted platforms
 * @param clientId our client id there
 * @param deploymentIds the deployments that belong to this institution
 * @param authorizationUrl OIDC authorization endpoint
 * @param tokenUrl OAuth 2 token endpoint
 * @param tokenAudience audience of our client assertions; by default the token URL
 * @param jwksUrl the platform's key set
 * @param roles what its roles mean beside the standard
 */
public record Platform(
        String name,
        String issuer,
        String clientId,
        Set<String> deploymentIds,
        URI authorizationUrl,
        URI tokenUrl,
        String tokenAudience,
        URI jwksUrl,
        RoleMapping roles) {

    public Platform {
        deploymentIds = Set.copyOf(deploymentIds);
    }

    /** One whose roles mean what the standard says. */
    public Platform(
            String name,
            String issuer,
            String clientId,
            Set<String> deploymentIds,
            URI authorizationUrl,
            URI tokenUrl,
            String tokenAudience,
            URI jwksUrl) {
        this(
                name,
                issuer,
                clientId,
                deploymentIds,
                authorizationUrl,
                tokenUrl,
                tokenAudience,
                jwksUrl,
                RoleMapping.NONE);
    }
}
