package org.lectern.playground.lms.registration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.course.Scopes;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tool.Addresses;

/** What the LMS keeps of checked metadata, and what it tells the tool of it (Dynamic Registration 1.0 §3.6). */
final class RegisteredTool {
    private RegisteredTool() {}

    static Tool made(int number, String tenant, String clientId, Sent body) {
        Sent lti = body.object(Metadata.TOOL).orElseThrow();
        Set<String> scopes = new LinkedHashSet<>(
                Arrays.asList(body.text("scope").orElse("").trim().split(" +")));
        scopes.retainAll(Scopes.ALL);
        Optional<String> deepLinking = lti.objects("messages").stream()
                .filter(message -> message.text("type").orElse("").equals("LtiDeepLinkingRequest"))
                .findFirst()
                .flatMap(message -> message.text("target_link_uri"));
        return new Tool(
                number,
                clientId,
                tenant,
                body.text("client_name").orElseThrow(),
                List.of(String.valueOf(number)),
                new Addresses(
                        body.text("initiate_login_uri").orElseThrow(),
                        body.texts("redirect_uris"),
                        lti.text("target_link_uri").orElseThrow(),
                        deepLinking,
                        body.text("jwks_uri").orElseThrow()),
                scopes,
                Optional.of(new LinkedHashSet<>(lti.texts("claims"))),
                new LinkedHashMap<>(lti.textMap("custom_parameters")),
                Optional.of(body.json()));
    }

    /** The registration with its client id and the token to read and change it. */
    static JsonObject json(Tool tool, String issuer, String token, boolean deployment) {
        JsonObject sent = tool.registered().orElse(JsonObject.EMPTY_JSON_OBJECT);
        JsonObjectBuilder lti = Json.createObjectBuilder(
                sent.containsKey(Metadata.TOOL) ? sent.getJsonObject(Metadata.TOOL) : JsonObject.EMPTY_JSON_OBJECT);
        if (deployment) {
            lti.add("deployment_id", tool.deploymentIds().get(0));
        }
        return Json.createObjectBuilder(sent)
                .add("client_id", tool.clientId())
                .add("registration_client_uri", issuer + "/register/" + tool.clientId())
                .add("registration_access_token", token)
                .add("scope", String.join(" ", tool.scopes().stream().sorted().toList()))
                .add(Metadata.TOOL, lti)
                .build();
    }
}
