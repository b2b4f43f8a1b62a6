package org.lectern.lti.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * A platform's request to start a login, untrusted (OIDC core §4, LTI 1.3 core §4.1, lti-cs-oidc 0.1). The values are as
 * decoded from the query or form; the hints are opaque and go back unchanged.
 */
public record LoginInitiation(
        String issuer,
        String loginHint,
        String targetLinkUri,
        Optional<String> messageHint,
        Optional<String> clientId,
        Optional<String> deploymentId,
        Optional<String> storageTarget) {

    private static final int HINT_LIMIT = 8192;
    private static final int URL_LIMIT = 4096;
    private static final int ID_LIMIT = 255;

    /**
     * Reads the decoded parameters of a GET or POST; unknown ones are ignored.
     *
     * @throws LaunchRejected {@code login.parameter_missing}, {@code login.parameter_repeated} or {@code
     *     login.parameter_invalid}
     */
    public static LoginInitiation of(Map<String, List<String>> parameters) {
        Optional<String> deployment = id(parameters, "lti_deployment_id");
        return new LoginInitiation(
                required(plain("iss", one(parameters, "iss", 1024)), "iss"),
                required(one(parameters, "login_hint", HINT_LIMIT), "login_hint"),
                required(plain("target_link_uri", one(parameters, "target_link_uri", URL_LIMIT)), "target_link_uri"),
                one(parameters, "lti_message_hint", HINT_LIMIT),
                id(parameters, "client_id"),
                // Canvas said deployment_id before the standard had a name for it, and still sends it.
                deployment.isPresent() ? deployment : id(parameters, "deployment_id"),
                id(parameters, "lti_storage_target"));
    }

    private static Optional<String> id(Map<String, List<String>> parameters, String name) {
        return plain(name, one(parameters, name, ID_LIMIT)).filter(value -> !value.isBlank());
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name, int limit) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new LaunchRejected(
                    LaunchRefusal.LOGIN_PARAMETER_REPEATED, name + " came " + values.size() + " times");
        }
        Optional<String> value = values.stream().findFirst();
        if (value.filter(text -> text.length() > limit).isPresent()) {
            throw new LaunchRejected(
                    LaunchRefusal.LOGIN_PARAMETER_INVALID, name + " has more than " + limit + " characters");
        }
        return value;
    }

    private static Optional<String> plain(String name, Optional<String> value) {
        if (value.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
            throw new LaunchRejected(LaunchRefusal.LOGIN_PARAMETER_INVALID, name + " contains control characters");
        }
        return value;
    }

    private static String required(Optional<String> value, String name) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new LaunchRejected(LaunchRefusal.LOGIN_PARAMETER_MISSING, name + " is missing"));
    }

    /** Without the hints, which may name a person. */
    @Override
    public String toString() {
        return "LoginInitiation[issuer=" + issuer + ", clientId=" + clientId.orElse("-") + "]";
    }
}
