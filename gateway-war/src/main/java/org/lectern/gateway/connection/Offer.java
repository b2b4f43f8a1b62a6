package org.lectern.gateway.connection;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.lti.dynamic.ConfigurationAddress;
import org.lectern.lti.dynamic.OpenIdConfiguration;
import org.lectern.lti.dynamic.PlatformAnswer;

/**
 * A registration that a platform started, as read and not yet agreed to.
 *
 * @param token of the platform, where it gave one
 * @param document its configuration as it came: read once, for some platforms give it away once
 */
record Offer(
        ConfigurationAddress address, Optional<String> token, PlatformAnswer document, OpenIdConfiguration platform) {

    /** The hosts by which the platform calls itself here: some tell the school's own one, and frame from it. */
    Set<FrameOrigin> told() {
        return Stream.of(address.value(), platform.registrationEndpoint())
                .flatMap(told -> FrameOrigin.of(told).stream())
                .collect(Collectors.toSet());
    }

    /** Who may frame us when this is registered as it is. */
    Set<FrameOrigin> ancestors() {
        return new Platform(
                        "offered",
                        platform.issuer(),
                        "",
                        Set.of(),
                        platform.authorizationEndpoint(),
                        platform.tokenEndpoint(),
                        platform.tokenAudience(),
                        platform.jwksUri())
                .framedFrom(told())
                .ancestors();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Offer[" + address.origin() + "]";
    }
}
