package org.lectern.lti.launch;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.lectern.lti.registration.WebOrigin;

/**
 * {@code baseUrl}: any address of the tool, its origin is what targets must be on. {@code leeway}: how far the clocks may
 * differ, at most five minutes. {@code maxAge}: how old a token may be. {@code messageTypes}: which messages this
 * address serves. {@code trustedAudiences}: audiences that may stand beside our client id.
 */
public record LaunchSettings(
        URI baseUrl, Duration leeway, Duration maxAge, Set<MessageType> messageTypes, Set<String> trustedAudiences) {

    public LaunchSettings {
        Objects.requireNonNull(leeway);
        Objects.requireNonNull(maxAge);
        messageTypes = Set.copyOf(messageTypes);
        trustedAudiences = Set.copyOf(trustedAudiences);
        if (WebOrigin.of(baseUrl).isEmpty()) {
            throw new IllegalArgumentException("the base URL must be an absolute web address: " + baseUrl);
        }
        if (leeway.isNegative() || leeway.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("the leeway must be between 0 and 5 minutes: " + leeway);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("the maximum age of a token must be positive: " + maxAge);
        }
    }

    /** Resource links only, 60 s of leeway, tokens of at most 10 minutes. */
    public static LaunchSettings of(URI baseUrl) {
        return new LaunchSettings(
                baseUrl, Duration.ofSeconds(60), Duration.ofMinutes(10), Set.of(MessageType.RESOURCE_LINK), Set.of());
    }

    public LaunchSettings accepting(Set<MessageType> types) {
        return new LaunchSettings(baseUrl, leeway, maxAge, types, trustedAudiences);
    }

    WebOrigin origin() {
        return WebOrigin.of(baseUrl).orElseThrow();
    }
}
