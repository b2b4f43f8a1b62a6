package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform registered (LTI Dynamic Registration 1.0 §3.7; RFC 7591 §3.2.1).
 *
 * @param deploymentId the first deployment, where the platform makes one at once
 * @param management where the registration can be read and changed later, with its token; where the platform offers that
 * @param scopes what was granted, which may be less than asked for; empty when the platform does not tell
 */
public record ClientRegistration(
        String clientId, Optional<String> deploymentId, Optional<Management> management, Set<String> scopes) {

    public ClientRegistration {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the platform says that it granted less than was asked of it. */
    public boolean reduced(OpenIdConfiguration platform) {
        return !scopes.isEmpty() && !scopes.containsAll(RegistrationRequest.scopes(platform));
    }

    /** Address and token of a registration (RFC 7592 §3). */
    public record Management(URI address, String token) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Management[" + address + "]";
        }
    }

    /**
     * Reads the answer to a registration request. Pure.
     *
     * @param platform whose answer it is: addresses on other hosts are not taken over
     * @throws RegistrationRefused {@code registration.*}, {@code answer.*} or {@code platform.redirects}
     */
    public static ClientRegistration read(OpenIdConfiguration platform, PlatformAnswer answer) {
        return RegistrationReader.read(platform.registrationEndpoint(), answer);
    }
}
