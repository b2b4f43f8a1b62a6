package org.lectern.gateway.connection;

import java.util.Optional;
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

    /** Without the token. */
    @Override
    public String toString() {
        return "Offer[" + address.origin() + "]";
    }
}
