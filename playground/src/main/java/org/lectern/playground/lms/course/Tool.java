package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An external tool of one tenant: what the LMS knows of it. {@code number} is the type id in service addresses; {@code
 * claims} the personal claims it may see, absent for all; {@code registered} what it sent when it registered itself,
 * absent for a tool of the configuration file.
 */
public record Tool(
        int number,
        String clientId,
        String tenant,
        String name,
        List<String> deploymentIds,
        Addresses addresses,
        Set<String> scopes,
        Optional<Set<String>> claims,
        Map<String, String> custom,
        Optional<JsonObject> registered) {

    /** Where a tool answers: login, redirects, default target, target for deep linking, key set. */
    public record Addresses(
            String login, List<String> redirects, String target, Optional<String> deepLinking, String jwks) {
        public Addresses {
            redirects = List.copyOf(redirects);
        }
    }

    public Tool {
        deploymentIds = List.copyOf(deploymentIds);
        scopes = Set.copyOf(scopes);
        custom = Map.copyOf(custom);
    }

    public Tool withCustom(Map<String, String> changed) {
        return new Tool(number, clientId, tenant, name, deploymentIds, addresses, scopes, claims, changed, registered);
    }

    public boolean sees(String claim) {
        return claims.map(known -> known.contains(claim)).orElse(true);
    }

    /** The web origin its pages come from; messages from elsewhere are not its own. */
    public String origin() {
        URI login = URI.create(addresses.login());
        return login.getScheme() + "://" + login.getAuthority();
    }

    JsonObject json() {
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        custom.forEach(parameters::add);
        return Json.createObjectBuilder()
                .add("clientId", clientId)
                .add("name", name)
                .add("tenant", tenant)
                .add("deploymentIds", Json.createArrayBuilder(deploymentIds))
                .add("loginUrl", addresses.login())
                .add("targetLinkUri", addresses.target())
                .add("jwksUrl", addresses.jwks())
                .add("scopes", Json.createArrayBuilder(scopes.stream().sorted().toList()))
                .add("custom", parameters)
                .add("declared", registered.isEmpty())
                .build();
    }
}
