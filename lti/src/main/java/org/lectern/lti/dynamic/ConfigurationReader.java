package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a platform's answer to its configuration. Pure. */
final class ConfigurationReader {
    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final String CANVAS_ACCOUNT = "https://canvas.instructure.com/lti/account_name";
    private static final int ISSUER_LIMIT = 255;
    private static final int AUDIENCE_LIMIT = 1024;
    private static final int PRODUCT_LIMIT = 80;
    private static final int NAME_LIMIT = 200;

    private final ConfigurationAddress address;
    private final Map<String, Object> json;

    private ConfigurationReader(ConfigurationAddress address, Map<String, Object> json) {
        this.address = address;
        this.json = json;
    }

    static OpenIdConfiguration read(ConfigurationAddress address, PlatformAnswer answer) {
        if (answer.body().length > PlatformAnswer.LIMIT) {
            throw new RegistrationRefused(
                    RegistrationRefusal.ANSWER_TOO_LARGE, "the configuration is larger than " + PlatformAnswer.LIMIT);
        } else if (answer.redirect()) {
            throw new RegistrationRefused(
                    RegistrationRefusal.PLATFORM_REDIRECTS, "the configuration answered HTTP " + answer.status());
        } else if (!answer.good()) {
            throw new RegistrationRefused(
                    RegistrationRefusal.CONFIGURATION_REFUSED,
                    "the configuration answered HTTP " + answer.status(),
                    Untrusted.words(answer.body()),
                    null);
        }
        Map<String, Object> json = Untrusted.object(answer.body())
                .orElseThrow(() -> new RegistrationRefused(
                        RegistrationRefusal.CONFIGURATION_NOT_JSON,
                        "the configuration is not a JSON object",
                        Untrusted.words(answer.body()),
                        null));
        return new ConfigurationReader(address, json).configuration();
    }

    private OpenIdConfiguration configuration() {
        String issuer = issuer();
        URI token = endpoint("token_endpoint");
        Map<?, ?> platform = Untrusted.object(json, PLATFORM);
        if (platform.isEmpty()) {
            throw new RegistrationRefused(
                    RegistrationRefusal.CONFIGURATION_UNSUPPORTED, "there is no lti-platform-configuration");
        }
        supported("token_endpoint_auth_methods_supported", "private_key_jwt");
        supported("id_token_signing_alg_values_supported", "RS256");
        String product = Untrusted.text(platform, "product_family_code")
                .filter(code -> code.length() <= PRODUCT_LIMIT)
                .orElse("");
        LmsFamily family = LmsFamily.of(product);
        return new OpenIdConfiguration(
                issuer,
                endpoint("authorization_endpoint"),
                token,
                audience(family, token),
                endpoint("jwks_uri"),
                registration(),
                family,
                product,
                Untrusted.text(platform, CANVAS_ACCOUNT).filter(name -> name.length() <= NAME_LIMIT),
                messages(platform),
                new LinkedHashSet<>(variables(platform)),
                new LinkedHashSet<>(Untrusted.texts(json, "scopes_supported")));
    }

    /** The issuer must be of the host that the configuration came from, or anybody could register in another's name. */
    private String issuer() {
        String issuer = Untrusted.text(json, "issuer")
                .filter(text -> text.length() <= ISSUER_LIMIT)
                .orElseThrow(() -> missing("issuer"));
        String host = Untrusted.address(issuer)
                .map(URI::getHost)
                .orElseThrow(() -> new RegistrationRefused(
                        RegistrationRefusal.CONFIGURATION_ISSUER_FOREIGN, "the issuer is not an https address"));
        if (!Household.same(host, address.value().getHost())) {
            throw new RegistrationRefused(
                    RegistrationRefusal.CONFIGURATION_ISSUER_FOREIGN,
                    "the issuer's host is " + host + ", but the configuration came from "
                            + address.value().getHost());
        }
        return issuer;
    }

    private URI endpoint(String name) {
        String text = Untrusted.text(json, name).orElseThrow(() -> missing(name));
        return Untrusted.address(text)
                .orElseThrow(() -> new RegistrationRefused(
                        RegistrationRefusal.CONFIGURATION_ENDPOINT_UNSAFE, name + " is not an https address"));
    }

    /** The registration token goes there, so it must be the platform's own host. */
    private URI registration() {
        URI endpoint = endpoint("registration_endpoint");
        if (!Household.same(endpoint.getHost(), address.value().getHost())) {
            throw new RegistrationRefused(
                    RegistrationRefusal.CONFIGURATION_ENDPOINT_UNSAFE,
                    "registration_endpoint is on " + endpoint.getHost() + ", but the configuration came from "
                            + address.value().getHost());
        }
        return endpoint;
    }

    private String audience(LmsFamily family, URI token) {
        // Canvas names a bare host here and wants its token address as audience all the same.
        Optional<String> server = family == LmsFamily.CANVAS
                ? Optional.empty()
                : Untrusted.text(json, "authorization_server").filter(text -> text.length() <= AUDIENCE_LIMIT);
        return server.orElse(token.toString());
    }

    /** Only what is announced and does not fit is refused: absent lists mean the defaults of OpenID, which no LMS has. */
    private void supported(String name, String needed) {
        List<String> offered = Untrusted.texts(json, name);
        if (!offered.isEmpty() && !offered.contains(needed)) {
            throw new RegistrationRefused(
                    RegistrationRefusal.CONFIGURATION_UNSUPPORTED, name + " does not name " + needed);
        }
    }

    /** By the standard objects; Moodle and others write plain texts. */
    private static Map<String, Set<String>> messages(Map<?, ?> platform) {
        Map<String, Set<String>> messages = new HashMap<>();
        Untrusted.texts(platform, "messages_supported").forEach(type -> messages.put(type, Set.of()));
        for (Object entry : Untrusted.list(platform, "messages_supported")) {
            if (entry instanceof Map<?, ?> message) {
                Untrusted.text(message, "type")
                        .ifPresent(type -> messages.put(type, Set.copyOf(Untrusted.texts(message, "placements"))));
            }
        }
        return messages;
    }

    private static List<String> variables(Map<?, ?> platform) {
        return Untrusted.texts(platform, "variables").stream()
                .map(name -> name.startsWith("$") ? name.substring(1) : name)
                .toList();
    }

    private static RegistrationRefused missing(String name) {
        return new RegistrationRefused(RegistrationRefusal.CONFIGURATION_INCOMPLETE, name + " is missing");
    }
}
