package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.dynamic.ClientRegistration.Management;

/** From a platform's answer to what it registered. Pure. */
final class RegistrationReader {
    private static final int ID_LIMIT = 255;

    private RegistrationReader() {}

    static ClientRegistration read(URI endpoint, PlatformAnswer answer) {
        if (answer.body().length > PlatformAnswer.LIMIT) {
            throw new RegistrationRefused(
                    RegistrationRefusal.ANSWER_TOO_LARGE, "the answer is larger than " + PlatformAnswer.LIMIT);
        } else if (!answer.good()) {
            throw refused(answer);
        }
        Map<String, Object> json = Untrusted.object(answer.body())
                .orElseThrow(() -> new RegistrationRefused(
                        RegistrationRefusal.ANSWER_NOT_JSON,
                        "HTTP " + answer.status() + " with something that is not a JSON object",
                        Untrusted.words(answer.body()),
                        null));
        Map<?, ?> tool = Untrusted.object(json, RegistrationRequest.TOOL);
        requireSigned(json);
        return new ClientRegistration(
                id(json, "client_id")
                        .orElseThrow(() -> new RegistrationRefused(
                                RegistrationRefusal.ANSWER_INCOMPLETE, "client_id is missing or no usable text")),
                // The standard puts it into the tool configuration; some platforms have it beside the client id.
                id(tool, "deployment_id").or(() -> id(json, "deployment_id")),
                management(endpoint, json),
                new LinkedHashSet<>(Untrusted.texts(json, "scope")));
    }

    private static RegistrationRefused refused(PlatformAnswer answer) {
        RegistrationRefusal refusal = RegistrationRefusal.REGISTRATION_FAILED;
        if (answer.redirect()) {
            refusal = RegistrationRefusal.PLATFORM_REDIRECTS;
        } else if (List.of(401, 403).contains(answer.status())) {
            refusal = RegistrationRefusal.REGISTRATION_FORBIDDEN;
        } else if (answer.status() >= 400 && answer.status() < 500) {
            refusal = RegistrationRefusal.REGISTRATION_REJECTED;
        }
        return new RegistrationRefused(
                refusal, "registration answered HTTP " + answer.status(), Untrusted.words(answer.body()), null);
    }

    private static void requireSigned(Map<String, Object> json) {
        String method = Untrusted.text(json, "token_endpoint_auth_method").orElse("private_key_jwt");
        if (!method.equals("private_key_jwt")) {
            throw new RegistrationRefused(
                    RegistrationRefusal.ANSWER_CHANGED, "token_endpoint_auth_method became something else");
        }
    }

    /** LTI 1.3 core §3.1.3: printable ASCII, at most 255. */
    private static Optional<String> id(Map<?, ?> json, String name) {
        return Untrusted.text(json, name)
                .filter(id -> id.length() <= ID_LIMIT)
                .filter(id -> id.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
    }

    /** Its token is as good as the registration: it is kept only for an address of the same house. */
    private static Optional<Management> management(URI endpoint, Map<String, Object> json) {
        Optional<URI> address = Untrusted.text(json, "registration_client_uri")
                .flatMap(Untrusted::address)
                .filter(uri -> Household.same(uri.getHost(), endpoint.getHost()));
        return address.flatMap(
                uri -> Untrusted.text(json, "registration_access_token").map(token -> new Management(uri, token)));
    }
}
