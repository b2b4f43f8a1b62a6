package org.lectern.playground.lms.registration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.playground.lms.check.Sent;

/** A tool's registration request (Dynamic Registration 1.0 §3.5), checked as strictly as the strictest LMS does. */
final class Metadata {
    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final Set<String> MESSAGES =
            Set.of("LtiResourceLinkRequest", "LtiDeepLinkingRequest", "LtiSubmissionReviewRequest");

    private Metadata() {}

    /** Notes a fault for everything that is missing or wrong. */
    static void check(Sent body, List<String> supportedMessages) {
        body.needText("application_type", "web");
        holds(body, "response_types", "id_token");
        holds(body, "grant_types", "implicit");
        holds(body, "grant_types", "client_credentials");
        body.needAddress("initiate_login_uri");
        body.need("redirect_uris");
        List<String> redirects = body.texts("redirect_uris");
        if (redirects.isEmpty()) {
            body.fault("redirect_uris", "must name at least one address.");
        }
        redirects.stream()
                .filter(address -> !Sent.isWebAddress(address))
                .forEach(address ->
                        body.fault("redirect_uris", "must be https (http on this machine), found " + address + "."));
        body.needText("client_name");
        body.needAddress("jwks_uri");
        body.needText("token_endpoint_auth_method", "private_key_jwt");
        body.text("scope");
        body.texts("contacts");
        for (String page : List.of("logo_uri", "client_uri", "policy_uri", "tos_uri")) {
            body.address(page);
        }
        body.need(TOOL);
        body.object(TOOL).ifPresent(tool -> tool(tool, supportedMessages));
    }

    private static void tool(Sent tool, List<String> supportedMessages) {
        Optional<String> domain = tool.needText("domain");
        onDomain(tool, tool.needAddress("target_link_uri"), domain);
        tool.need("claims");
        tool.texts("claims");
        tool.text("description");
        tool.textMap("custom_parameters");
        tool.texts("secondary_domains");
        tool.need("messages");
        for (Sent message : tool.objects("messages")) {
            message.needOneOf("type", MESSAGES)
                    .filter(type -> !supportedMessages.contains(type))
                    .ifPresent(type -> message.fault("type", "is not supported by this LMS: " + type));
            onDomain(message, message.address("target_link_uri"), domain);
            message.text("label");
            message.address("icon_uri");
            message.textMap("custom_parameters");
            message.texts("placements");
            message.texts("roles");
        }
    }

    private static void onDomain(Sent sent, Optional<String> address, Optional<String> domain) {
        if (address.isPresent() && domain.isPresent()) {
            String host = URI.create(address.get()).getAuthority();
            if (!host.equals(domain.get())) {
                sent.fault(
                        "target_link_uri",
                        "must be on the domain " + domain.get() + " (with its port), found " + host + ".");
            }
        }
    }

    private static void holds(Sent body, String list, String word) {
        body.need(list);
        if (!body.texts(list).contains(word)) {
            body.fault(list, "must contain " + word + ".");
        }
    }
}
