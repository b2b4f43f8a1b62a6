package org.lectern.lti.login;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lectern.lti.registration.RegisteredPlatform;

/** The OIDC authentication request as a redirect (Security Framework 1.0 §5.1.1.2). */
final class AuthenticationRequest {
    private final URI authorizationUrl;
    private final Map<String, String> parameters;

    private AuthenticationRequest(URI authorizationUrl, Map<String, String> parameters) {
        this.authorizationUrl = authorizationUrl;
        this.parameters = parameters;
    }

    static AuthenticationRequest to(RegisteredPlatform platform, URI launchUrl, LoginInitiation asked) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", "openid");
        parameters.put("response_type", "id_token");
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "none");
        parameters.put("client_id", platform.clientId());
        parameters.put("redirect_uri", launchUrl.toString());
        parameters.put("login_hint", asked.loginHint());
        asked.messageHint().ifPresent(hint -> parameters.put("lti_message_hint", hint));
        asked.storageTarget().ifPresent(target -> parameters.put("lti_storage_target", target));
        return new AuthenticationRequest(platform.authorizationUrl(), parameters);
    }

    URI with(String state, String nonce) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("state", state);
        all.put("nonce", nonce);
        String query = all.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(authorizationUrl + separator() + query);
    }

    private String separator() {
        String own = authorizationUrl.getRawQuery();
        if (own == null) {
            return "?";
        }
        return own.isEmpty() || own.endsWith("&") ? "" : "&";
    }

    private static String encoded(String text) {
        // A plus sign means a blank only to form decoders; %20 means it to everyone.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
