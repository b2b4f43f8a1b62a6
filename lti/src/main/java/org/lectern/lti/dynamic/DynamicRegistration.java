package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.lectern.lti.dynamic.ClientRegistration.Management;

/**
 * The steps of a dynamic registration (LTI Dynamic Registration 1.0 §3): read the platform's configuration, ask an
 * administrator, register. Every failure is a {@link RegistrationRefused}. Thread-safe if its {@link RegistrationHttp} is.
 */
public final class DynamicRegistration {
    private static final int TOKEN_LIMIT = 8192;

    private final RegistrationHttp http;

    public DynamicRegistration(RegistrationHttp http) {
        this.http = Objects.requireNonNull(http);
    }

    /**
     * Reads the platform's configuration.
     *
     * @param token the registration token; Brightspace sends none, Canvas wants it here already
     */
    public OpenIdConfiguration configuration(ConfigurationAddress address, Optional<String> token) {
        return OpenIdConfiguration.read(address, document(address, token));
    }

    /**
     * The same unread, for hosts that show it first and register with {@link OpenIdConfiguration#read} of it later: some platforms
     * give it away once.
     */
    public PlatformAnswer document(ConfigurationAddress address, Optional<String> token) {
        return http.get(address.value(), sound(token));
    }

    /** Registers the tool. A platform takes a token once, so a failure after this needs a new start there. */
    public ClientRegistration register(OpenIdConfiguration platform, Optional<String> token, ToolProfile tool) {
        byte[] request = RegistrationRequest.json(tool, platform);
        return ClientRegistration.read(
                platform, http.send("POST", platform.registrationEndpoint(), sound(token), request));
    }

    /**
     * Brings an existing registration up to date with the tool (RFC 7592 §2.2).
     *
     * @param platform its configuration, read anew
     */
    public ClientRegistration update(
            OpenIdConfiguration platform, String clientId, Management management, ToolProfile tool) {
        URI address = management.address();
        byte[] request = RegistrationRequest.json(tool, platform, clientId);
        return RegistrationReader.read(
                address, http.send("PUT", address, sound(Optional.of(management.token())), request));
    }

    /** It becomes a header: nothing in it may end that. */
    private static Optional<String> sound(Optional<String> token) {
        token.filter(text -> text.length() > TOKEN_LIMIT || text.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f))
                .ifPresent(bad -> {
                    throw new RegistrationRefused(
                            RegistrationRefusal.REGISTRATION_FORBIDDEN, "the registration token is no token");
                });
        return token;
    }
}
