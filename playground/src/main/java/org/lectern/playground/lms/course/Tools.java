package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.lectern.playground.institution.Registration;
import org.lectern.playground.lms.course.Tool.Addresses;

/** The tools of one institution's LMS: those of the configuration file, then those that registered. Thread-safe. */
public final class Tools {
    private final List<Registration> declared;
    private final String gateway;
    private final List<Tool> all = new ArrayList<>();

    /** Gateway: the base address of the tool that the configuration file means. */
    public Tools(List<Registration> declared, String gateway) {
        this.declared = List.copyOf(declared);
        this.gateway = gateway;
        reset();
    }

    /** Back to the tools of the configuration file. */
    public synchronized void reset() {
        all.clear();
        for (Registration registration : declared) {
            all.add(new Tool(
                    all.size() + 1,
                    registration.clientId(),
                    registration.tenant(),
                    "Video library",
                    registration.deploymentIds(),
                    new Addresses(
                            gateway + "/lti/login",
                            List.of(gateway + "/lti/launch"),
                            gateway + "/lti/launch",
                            Optional.empty(),
                            gateway + "/lti/jwks"),
                    Set.copyOf(Scopes.ALL),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty()));
        }
    }

    public synchronized List<Tool> all() {
        return List.copyOf(all);
    }

    /** Any tool of this client id; several tenants' tools may share one. */
    public Optional<Tool> find(String clientId) {
        return all().stream().filter(tool -> tool.clientId().equals(clientId)).findFirst();
    }

    /** The tool that a tenant's courses mean by this client id. */
    public Optional<Tool> find(String tenant, String clientId) {
        return all().stream()
                .filter(tool -> tool.tenant().equals(tenant))
                .filter(tool -> tool.clientId().equals(clientId))
                .findFirst();
    }

    public Optional<Tool> ofDeployment(String deployment) {
        return all().stream()
                .filter(tool -> tool.deploymentIds().contains(deployment))
                .findFirst();
    }

    public List<Tool> registered() {
        return all().stream().filter(tool -> tool.registered().isPresent()).toList();
    }

    /** Adds what the function makes of the next number. */
    public synchronized Tool add(IntFunction<Tool> made) {
        Tool tool = made.apply(all.size() + 1);
        all.add(tool);
        return tool;
    }

    public synchronized void replace(Tool changed) {
        all.replaceAll(tool -> tool.number() == changed.number() ? changed : tool);
    }

    public synchronized void custom(String clientId, Map<String, String> custom) {
        all.replaceAll(tool -> tool.clientId().equals(clientId) ? tool.withCustom(custom) : tool);
    }

    public JsonObject json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        all().forEach(tool -> list.add(tool.json()));
        return Json.createObjectBuilder().add("tools", list).build();
    }
}
