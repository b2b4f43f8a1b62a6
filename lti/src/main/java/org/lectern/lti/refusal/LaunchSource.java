package org.lectern.lti.refusal;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a refused login or launch came from, as far as it was known at that moment. {@code registrationId} is the host's
 * own name of the registration; the other three are the platform's.
 */
public record LaunchSource(
        Optional<String> registrationId,
        Optional<String> issuer,
        Optional<String> clientId,
        Optional<String> deploymentId) {

    public static final LaunchSource UNKNOWN =
            new LaunchSource(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LaunchSource {
        Objects.requireNonNull(registrationId);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(deploymentId);
    }

    public LaunchSource ofDeployment(String deployment) {
        return new LaunchSource(registrationId, issuer, clientId, Optional.of(deployment));
    }
}
