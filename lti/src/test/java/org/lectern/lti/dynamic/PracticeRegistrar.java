package org.lectern.lti.dynamic;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform that can be told what to answer, and remembers what it was asked. */
final class PracticeRegistrar implements RegistrationHttp {

    static final String ISSUER = "https://lms.example.edu";
    static final ConfigurationAddress ADDRESS = ConfigurationAddress.of(ISSUER + "/openid-configuration?secret=1");

    /** One request, as it came. */
    record Asked(String method, URI address, Optional<String> bearer, Map<String, Object> body) {}

    final Map<String, Object> configuration = new LinkedHashMap<>();
    final Map<String, Object> platform = new LinkedHashMap<>();
    final List<Asked> asked = new ArrayList<>();
    PlatformAnswer answer = new PlatformAnswer(200, bytes("{\"client_id\":\"client-1\"}"));

    PracticeRegistrar() {
        configuration.put("issuer", ISSUER);
        configuration.put("authorization_endpoint", ISSUER + "/auth");
        configuration.put("token_endpoint", ISSUER + "/token");
        configuration.put("jwks_uri", ISSUER + "/jwks");
        configuration.put("registration_endpoint", ISSUER + "/register");
        configuration.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        configuration.put("id_token_signing_alg_values_supported", List.of("RS256"));
        configuration.put("https://purl.imsglobal.org/spec/lti-platform-configuration", platform);
        platform.put("product_family_code", "practice");
        platform.put("messages_supported", List.of("LtiResourceLinkRequest", "LtiDeepLinkingRequest"));
        platform.put("variables", List.of("Context.id.history"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    PlatformAnswer document() {
        return new PlatformAnswer(200, bytes(JSONObjectUtils.toJSONString(configuration)));
    }

    OpenIdConfiguration read() {
        return OpenIdConfiguration.read(ADDRESS, document());
    }

    @Override
    public PlatformAnswer get(URI address, Optional<String> bearer) {
        asked.add(new Asked("GET", address, bearer, Map.of()));
        return document();
    }

    @Override
    public PlatformAnswer send(String method, URI address, Optional<String> bearer, byte[] json) {
        try {
            asked.add(new Asked(
                    method, address, bearer, JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8))));
        } catch (ParseException ours) {
            throw new IllegalStateException(ours);
        }
        return answer;
    }
}
