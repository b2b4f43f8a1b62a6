package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform says about itself (OpenID Connect Discovery 1.0 §3; LTI Dynamic Registration 1.0 §2). Its addresses are
 * https or on this machine, and its issuer speaks for the host it was read from.
 *
 * @param issuer as launches will name it, byte for byte
 * @param tokenAudience audience of client assertions
 * @param product its {@code product_family_code}, or empty
 * @param name of the institution or account, where the platform tells it
 * @param messages placements by type of message; a type without placements is there with none
 * @param variables what it can fill into custom parameters, without {@code $}
 * @param scopes that it grants at all; empty when it does not tell
 */
public record OpenIdConfiguration(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        String tokenAudience,
        URI jwksUri,
        URI registrationEndpoint,
        LmsFamily family,
        String product,
        Optional<String> name,
        Map<String, Set<String>> messages,
        Set<String> variables,
        Set<String> scopes) {

    public OpenIdConfiguration {
        messages = Map.copyOf(messages);
        variables = Set.copyOf(variables);
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads what came from {@code address}. Pure.
     *
     * @throws RegistrationRefused {@code configuration.*}, {@code platform.redirects} or {@code answer.too_large}
     */
    public static OpenIdConfiguration read(ConfigurationAddress address, PlatformAnswer answer) {
        return ConfigurationReader.read(address, answer);
    }
}
