package org.lectern.playground.lms.registration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Scopes;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Variables;

/** The platform's OpenID configuration (Dynamic Registration 1.0 §2.1 and 2.2). */
final class Configuration {
    static final List<String> MESSAGES =
            List.of("LtiResourceLinkRequest", "LtiDeepLinkingRequest", "LtiSubmissionReviewRequest");
    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    private Configuration() {}

    static JsonObject of(Platform platform, Switches switches, String registrationEndpoint) {
        String at = platform.issuer();
        JsonArrayBuilder scopes = Json.createArrayBuilder().add("openid");
        Scopes.ALL.forEach(scopes::add);
        return Json.createObjectBuilder()
                .add("issuer", at)
                .add("authorization_endpoint", at + "/auth")
                .add("token_endpoint", at + "/token")
                .add("token_endpoint_auth_methods_supported", list("private_key_jwt"))
                .add("token_endpoint_auth_signing_alg_values_supported", list("RS256"))
                .add("jwks_uri", at + "/jwks")
                .add("registration_endpoint", registrationEndpoint)
                .add("scopes_supported", scopes)
                .add("response_types_supported", list("id_token"))
                .add("response_modes_supported", list("form_post"))
                .add("grant_types_supported", list("implicit", "client_credentials"))
                .add("subject_types_supported", list("public"))
                .add("id_token_signing_alg_values_supported", list("RS256"))
                .add("claims_supported", list("iss", "sub", "name", "given_name", "family_name", "email"))
                .add(PLATFORM, lti(platform, switches))
                .build();
    }

    private static JsonObjectBuilder lti(Platform platform, Switches switches) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        for (String type : MESSAGES) {
            if (switches.is(Switch.MESSAGES_SUPPORTED, "texts")) {
                messages.add(type);
            } else {
                messages.add(Json.createObjectBuilder().add("type", type));
            }
        }
        return Json.createObjectBuilder()
                .add("product_family_code", switches.get(Switch.PRODUCT))
                .add("version", "1")
                .add("messages_supported", messages)
                .add("variables", Json.createArrayBuilder(Variables.known(switches)));
    }

    private static JsonArrayBuilder list(String... words) {
        return Json.createArrayBuilder(List.of(words));
    }
}
