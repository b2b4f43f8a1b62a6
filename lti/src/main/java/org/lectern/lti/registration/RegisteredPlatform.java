package org.lectern.lti.registration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lectern.lti.refusal.LaunchSource;

/**
 * A platform whose tenant is not settled yet: one or more registrations that share issuer, client id, authorization URL
 * and key set URL. Which of them is meant, only the deployment id of a verified token tells.
 */
public record RegisteredPlatform(List<PlatformRegistration> candidates) {

    public RegisteredPlatform {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a registered platform needs a registration");
        }
    }

    static boolean same(PlatformRegistration one, PlatformRegistration other) {
        return one.issuer().equals(other.issuer())
                && one.clientId().equals(other.clientId())
                && one.authorizationUrl().equals(other.authorizationUrl())
                && one.jwksUrl().equals(other.jwksUrl());
    }

    public String issuer() {
        return any().issuer();
    }

    public String clientId() {
        return any().clientId();
    }

    public URI authorizationUrl() {
        return any().authorizationUrl();
    }

    public WebOrigin origin() {
        return any().origin();
    }

    /** One of the candidates; good for everything that they share. */
    public PlatformRegistration any() {
        return candidates.get(0);
    }

    /** Names the registration only when there is a single one: a refusal must not be laid at another tenant's door. */
    public LaunchSource source() {
        Optional<String> id = candidates.size() == 1 ? Optional.of(any().id()) : Optional.empty();
        return new LaunchSource(id, Optional.of(issuer()), Optional.of(clientId()), Optional.empty());
    }
}
