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
