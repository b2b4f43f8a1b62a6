package org.lectern.gateway.connection;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.TenantId;
import org.lectern.lti.dynamic.LmsFamily;

/**
 * A platform registered by an invitation, as kept.
 *
 * @param platform framed from all of {@code origins}
 * @param origins whose pages may frame ours, by who said so
 * @param name what the platform calls the institution, where it does
 * @param takesFirst whether it takes the first deployment that a verified launch names
 * @param scopes granted, blank where the platform did not tell
 * @param configurationUrl of a dynamic registration
 * @param managed whether the platform lets us change the registration later
 * @param names whether it was asked for names, for instructors
 */
public record RegisteredPlatformRow(
        TenantId tenant,
        Platform platform,
        PlatformOrigins origins,
        LmsFamily family,
        Optional<String> name,
        Way way,
        State state,
        boolean takesFirst,
        String scopes,
        Optional<URI> configurationUrl,
        boolean managed,
        boolean names,
        Instant created) {

    public RegisteredPlatformRow {
        platform = platform.framedFrom(origins.all());
    }

    /** How it came about. */
    public enum Way {
        DYNAMIC,
        MANUAL;

        /** As in rows and answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it may launch. */
    public enum State {
        INACTIVE,
        ACTIVE,
        REMOVED;

        /** As in rows and answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean active() {
        return state == State.ACTIVE;
    }

    /** The same with one more deployment. */
    RegisteredPlatformRow with(String deployment) {
        Set<String> deployments = new java.util.HashSet<>(platform.deploymentIds());
        deployments.add(deployment);
        Platform grown = new Platform(
                platform.name(),
                platform.issuer(),
                platform.clientId(),
                deployments,
                platform.authorizationUrl(),
                platform.tokenUrl(),
                platform.tokenAudience(),
                platform.jwksUrl());
        return new RegisteredPlatformRow(
                tenant,
                grown,
                origins,
                family,
                name,
                way,
                state,
                takesFirst,
                scopes,
                configurationUrl,
                managed,
                names,
                created);
    }
}
