package org.lectern.lti.registration;

import java.util.List;
import java.util.Optional;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.refusal.LaunchSource;

/**
 * Finds the one platform a login means, and later the one registration a verified deployment id belongs to. Refuses with
 * {@code login.registration_unknown}, {@code login.registration_inactive}, {@code login.registration_ambiguous}, {@code
 * deployment.unknown} or {@code deployment.ambiguous}.
 */
public final class RegistrationLookup {
    private final Registrations registrations;

    public RegistrationLookup(Registrations registrations) {
        this.registrations = registrations;
    }

    /** {@code deploymentHint} is unverified: it narrows a choice, but an unknown one does not end the login. */
    public RegisteredPlatform platform(String issuer, Optional<String> clientId, Optional<String> deploymentHint) {
        LaunchSource source = new LaunchSource(Optional.empty(), Optional.of(issuer), clientId, deploymentHint);
        List<PlatformRegistration> all = registrations.find(issuer, clientId, Optional.empty());
        if (all.isEmpty()) {
            refuseInactive(issuer, clientId, Optional.empty(), source);
            throw new LaunchRejected(
                    LaunchRefusal.LOGIN_REGISTRATION_UNKNOWN,
                    "no registration has this issuer and client id",
                    source,
                    null);
        }
        if (allTheSame(all)) {
            return new RegisteredPlatform(all);
        }
        List<PlatformRegistration> narrowed =
                deploymentHint.isPresent() ? registrations.find(issuer, clientId, deploymentHint) : List.of();
        if (!narrowed.isEmpty() && allTheSame(narrowed)) {
            return new RegisteredPlatform(narrowed);
        }
        throw new LaunchRejected(
                LaunchRefusal.LOGIN_REGISTRATION_AMBIGUOUS,
                all.size() + " registrations with different client ids or endpoints fit",
                source,
                null);
    }

    /** The registration of a deployment id that a verified token of {@code platform} named. */
    public PlatformRegistration deployment(RegisteredPlatform platform, String deploymentId) {
        // A registration with other endpoints is another platform, even if it shares the names: its keys did not sign.
        List<PlatformRegistration> owners =
                registrations
                        .find(platform.issuer(), Optional.of(platform.clientId()), Optional.of(deploymentId))
                        .stream()
                        .filter(owner -> RegisteredPlatform.same(owner, platform.any()))
                        .toList();
        if (owners.size() == 1) {
            return owners.get(0);
        }
        LaunchSource source = platform.source().ofDeployment(deploymentId);
        if (owners.isEmpty()) {
            refuseInactive(platform.issuer(), Optional.of(platform.clientId()), Optional.of(deploymentId), source);
            return registrations
                    .adopt(platform, deploymentId)
                    .filter(owner -> RegisteredPlatform.same(owner, platform.any()))
                    .orElseThrow(() -> new LaunchRejected(
                            LaunchRefusal.DEPLOYMENT_UNKNOWN, "no registration has this deployment id", source, null));
        }
        throw new LaunchRejected(
                LaunchRefusal.DEPLOYMENT_AMBIGUOUS,
                owners.size() + " registrations have this deployment id",
                source,
                null);
    }

    private void refuseInactive(
            String issuer, Optional<String> clientId, Optional<String> deploymentId, LaunchSource source) {
        List<String> inactive = registrations.inactive(issuer, clientId, deploymentId);
        if (!inactive.isEmpty()) {
            Optional<String> only = inactive.size() == 1 ? Optional.of(inactive.get(0)) : Optional.empty();
            throw new LaunchRejected(
                    LaunchRefusal.LOGIN_REGISTRATION_INACTIVE,
                    "the registration is not switched on",
                    new LaunchSource(only, source.issuer(), source.clientId(), source.deploymentId()),
                    null);
        }
    }

    private static boolean allTheSame(List<PlatformRegistration> some) {
        return some.stream().allMatch(one -> RegisteredPlatform.same(one, some.get(0)));
    }
}
