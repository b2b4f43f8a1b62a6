package org.lectern.config.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param origins whose pages may frame ours besides those of the issuer and the authorization URL, at most {@link FrameOrigin#MOST}
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
        RoleMapping roles,
        Set<FrameOrigin> origins) {

    public Platform {
        deploymentIds = Set.copyOf(deploymentIds);
        origins = Set.copyOf(origins);
    }

    /** One whose roles mean what the standard says, and that frames from where it signs people in. */
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
                RoleMapping.NONE,
                Set.of());
    }

    /** The same, framed from there too. */
    public Platform framedFrom(Set<FrameOrigin> others) {
        return new Platform(
                name,
                issuer,
                clientId,
                deploymentIds,
                authorizationUrl,
                tokenUrl,
                tokenAudience,
                jwksUrl,
                roles,
                others);
    }

    /**
     * Whose pages may frame ours: where people sign in, the issuer, those its maker has, and those that were named. A browser asks this of
     * every page around ours, up to the outermost.
     */
    public Set<FrameOrigin> ancestors() {
        return Stream.of(
                        Stream.concat(Stream.of(authorizationUrl), issuerAddress().stream())
                                .flatMap(address -> FrameOrigin.of(address).stream()),
                        PlatformMakers.origins(
                                Stream.concat(Stream.of(authorizationUrl, tokenUrl), issuerAddress().stream())),
                        origins.stream())
                .flatMap(some -> some)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An issuer is any text. */
    private Optional<URI> issuerAddress() {
        try {
            return Optional.of(new URI(issuer));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
