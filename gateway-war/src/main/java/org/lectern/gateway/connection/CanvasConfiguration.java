package org.lectern.gateway.connection;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.lectern.lti.dynamic.ServiceScopes;

/** What Canvas reads from a configuration URL (Canvas, "LTI dev key config"): its own form of what dynamic registration says. Pure. */
final class CanvasConfiguration {

    private static final String RESOURCE_LINK = "LtiResourceLinkRequest";
    private static final String DEEP_LINKING = "LtiDeepLinkingRequest";
    private static final List<String> CHOOSING = List.of("assignment_selection", "link_selection", "editor_button");

    private CanvasConfiguration() {}

    static JsonObject json(ToolAddresses tool) {
        return Json.createObjectBuilder()
                .add("title", ToolAddresses.NAME)
                .add("description", ToolAddresses.DESCRIPTION)
                .add("oidc_initiation_url", tool.login().toString())
                .add("target_link_uri", tool.launch().toString())
                .add("public_jwk_url", tool.jwks().toString())
                .add("scopes", Json.createArrayBuilder(ServiceScopes.ALL))
                .add(
                        "custom_fields",
                        Json.createObjectBuilder()
                                .add("context_id_history", "$Context.id.history")
                                .add("resource_link_id_history", "$ResourceLink.id.history"))
                .add(
                        "extensions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("domain", tool.domain())
                                        .add("tool_id", "lectern")
                                        .add("platform", "canvas.instructure.com")
                                        .add("privacy_level", "anonymous")
                                        .add("settings", settings(tool))))
                .build();
    }

    private static JsonObjectBuilder settings(ToolAddresses tool) {
        JsonArrayBuilder placements = Json.createArrayBuilder()
                .add(placement(tool, "course_navigation", RESOURCE_LINK).add("default", "disabled"));
        CHOOSING.forEach(place -> placements.add(
                placement(tool, place, DEEP_LINKING).add("selection_width", 900).add("selection_height", 700)));
        return Json.createObjectBuilder()
                .add("text", ToolAddresses.NAME)
                .add("icon_url", tool.icon().toString())
                .add("placements", placements);
    }

    private static JsonObjectBuilder placement(ToolAddresses tool, String place, String messageType) {
        return Json.createObjectBuilder()
                .add("text", ToolAddresses.NAME)
                .add("placement", place)
                .add("message_type", messageType)
                .add("target_link_uri", tool.launch().toString())
                .add("icon_url", tool.icon().toString());
    }
}
