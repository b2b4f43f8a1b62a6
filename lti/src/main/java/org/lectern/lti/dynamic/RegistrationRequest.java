package org.lectern.lti.dynamic;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked of a platform: OpenID client metadata with the LTI tool configuration (LTI Dynamic Registration 1.0 §3.6). Only
 * messages, placements, variables and scopes that the platform announces are asked for. Pure.
 */
final class RegistrationRequest {
    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private static final String RESOURCE_LINK = "LtiResourceLinkRequest";
    private static final String DEEP_LINKING = "LtiDeepLinkingRequest";
    private static final String SUBMISSION_REVIEW = "LtiSubmissionReviewRequest";

    /** Where teachers choose content, by the standard's names and by Canvas'. */
    private static final Set<String> CHOOSING =
            Set.of("ContentArea", "RichTextEditor", "assignment_selection", "link_selection", "editor_button");

    /** Parameter names and the variables behind them: what tells a copied course from its original. */
    private static final Map<String, String> HISTORY = Map.of(
            "context_id_history", "Context.id.history",
            "resource_link_id_history", "ResourceLink.id.history");

    private final ToolProfile tool;
    private final OpenIdConfiguration platform;

    private RegistrationRequest(ToolProfile tool, OpenIdConfiguration platform) {
        this.tool = tool;
        this.platform = platform;
    }

    static byte[] json(ToolProfile tool, OpenIdConfiguration platform) {
        return bytes(new RegistrationRequest(tool, platform).metadata());
    }

    /** The same for a registration that exists: a change must name whom it changes (RFC 7592 §2.2). */
    static byte[] json(ToolProfile tool, OpenIdConfiguration platform, String clientId) {
        Map<String, Object> metadata = new RegistrationRequest(tool, platform).metadata();
        metadata.put("client_id", clientId);
        return bytes(metadata);
    }

    private static byte[] bytes(Map<String, Object> metadata) {
        return JSONObjectUtils.toJSONString(metadata).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("application_type", "web");
        metadata.put("response_types", List.of("id_token"));
        metadata.put("grant_types", List.of("client_credentials", "implicit"));
        metadata.put("initiate_login_uri", tool.loginUrl().toString());
        metadata.put("redirect_uris", List.of(tool.launchUrl().toString()));
        metadata.put("client_name", tool.name());
        metadata.put("jwks_uri", tool.jwksUrl().toString());
        tool.icon().ifPresent(icon -> metadata.put("logo_uri", icon.toString()));
        metadata.put("token_endpoint_auth_method", "private_key_jwt");
        metadata.put("scope", String.join(" ", scopes(platform)));
        metadata.put(TOOL, toolConfiguration());
        return metadata;
    }

    static List<String> scopes(OpenIdConfiguration platform) {
        // Who announces none of ours at all, or announces nothing, is asked for all.
        boolean told = ServiceScopes.ALL.stream().anyMatch(platform.scopes()::contains);
        return ServiceScopes.ALL.stream()
                .filter(scope -> !told || platform.scopes().contains(scope))
                .toList();
    }

    private Map<String, Object> toolConfiguration() {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("domain", tool.domain());
        configuration.put("description", tool.description());
        configuration.put("target_link_uri", tool.launchUrl().toString());
        configuration.put("custom_parameters", customParameters());
        configuration.put(
                "claims",
                Stream.concat(Stream.of("iss", "sub"), tool.claims().stream().sorted())
                        .toList());
        configuration.put("messages", messages());
        if (platform.family() == LmsFamily.CANVAS) {
            configuration.put("https://canvas.instructure.com/lti/privacy_level", CanvasPrivacy.of(tool.claims()));
            configuration.put("https://canvas.instructure.com/lti/tool_id", "lectern");
        }
        return configuration;
    }

    private Map<String, Object> customParameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        HISTORY.entrySet().stream()
                .filter(entry -> platform.variables().contains(entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> parameters.put(entry.getKey(), "$" + entry.getValue()));
        return parameters;
    }

    private List<Map<String, Object>> messages() {
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(resourceLink());
        if (offered(DEEP_LINKING)) {
            Map<String, Object> choosing = message(DEEP_LINKING);
            List<String> placements = platform.messages().getOrDefault(DEEP_LINKING, Set.of()).stream()
                    .filter(CHOOSING::contains)
                    .sorted()
                    .toList();
            if (!placements.isEmpty()) {
                choosing.put("placements", placements);
            }
            messages.add(choosing);
        }
        if (tool.submissionReview() && platform.messages().containsKey(SUBMISSION_REVIEW)) {
            messages.add(message(SUBMISSION_REVIEW));
        }
        return messages;
    }

    /** Canvas shows a tool in every place it is asked for: in the course's navigation only when a teacher switches it on. */
    private Map<String, Object> resourceLink() {
        Map<String, Object> opening = message(RESOURCE_LINK);
        if (platform.family() == LmsFamily.CANVAS) {
            opening.put("placements", List.of("course_navigation"));
            opening.put("https://canvas.instructure.com/lti/course_navigation/default_enabled", false);
        }
        return opening;
    }

    private boolean offered(String type) {
        return platform.messages().isEmpty() || platform.messages().containsKey(type);
    }

    private Map<String, Object> message(String type) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.put("target_link_uri", tool.launchUrl().toString());
        message.put("label", tool.name());
        tool.icon().ifPresent(icon -> message.put("icon_uri", icon.toString()));
        return message;
    }
}
