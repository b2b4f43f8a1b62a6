package org.lectern.lti.login;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.lectern.lti.registration.WebOrigin;

/**
 * {@code launchUrl} is the tool's redirect URI exactly as registered with the platforms; its origin is the tool's own.
 * {@code lifetime} is how long a started login may take, up to one hour.
 */
public record LoginSettings(URI launchUrl, Duration lifetime) {

    public LoginSettings {
        Objects.requireNonNull(lifetime);
        if (WebOrigin.of(launchUrl).isEmpty()) {
            throw new IllegalArgumentException("the launch URL must be an absolute web address: " + launchUrl);
        }
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a login's lifetime must be up to one hour: " + lifetime);
        }
    }

    /** Ten minutes: enough to sign in to the platform on the way. */
    public static LoginSettings of(URI launchUrl) {
        return new LoginSettings(launchUrl, Duration.ofMinutes(10));
    }
}
