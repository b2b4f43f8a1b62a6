package org.lectern.lti.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The registrations a host knows. An empty optional means "not told" and matches all; a given one must match exactly, a
 * deployment id by being among the registration's. Called on every login and launch, by many threads.
 */
public interface Registrations {

    List<PlatformRegistration> find(String issuer, Optional<String> clientId, Optional<String> deploymentId);

    /**
     * Ids of the registrations that fit but are not switched on. Asked only when {@link #find} found none; the launch is then
     * refused with {@code login.registration_inactive}, which says whom to ask, instead of as unknown.
     */
    default List<String> inactive(String issuer, Optional<String> clientId, Optional<String> deploymentId) {
        return List.of();
    }

    /**
     * The registration that takes a deployment on which a verified launch named and no registration has. Hosts that accept a
     * registration's first deployment by themselves keep it here; by default nobody takes any, and the launch is refused with
     * {@code deployment.unknown}. What is returned must have the deployment id among its own.
     */
    default Optional<PlatformRegistration> adopt(RegisteredPlatform platform, String deploymentId) {
        return Optional.empty();
    }

    /** A fixed list, for hosts that read their registrations once. */
    static Registrations of(Collection<PlatformRegistration> registrations) {
        List<PlatformRegistration> fixed = List.copyOf(registrations);
        return (issuer, clientId, deploymentId) -> fixed.stream()
                .filter(known -> known.issuer().equals(issuer))
                .filter(known -> clientId.map(known.clientId()::equals).orElse(true))
                .filter(known ->
                        deploymentId.map(known.deploymentIds()::contains).orElse(true))
                .toList();
    }
}
