package org.lectern.gateway.viewing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.RoleDecision;
import org.lectern.lti.registration.RoleMapping;

/** What a launch held, for those who look after the connection: roles and what they mean to us, claims, services; no token, no person. Pure. */
final class Diagnosis {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** Longer ones are cut: a token may hold up to what a request may. */
    private static final int LONGEST = 500;

    private static final int MOST = 200;

    private Diagnosis() {}

    static JsonObject of(Launch launch, RoleMapping mapping, LearnerSession session, String correlation, Instant now) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("number", correlation)
                .add("at", now.toString())
                .add("message", launch.messageType().claim())
                .add("registration", registration(launch))
                .add("roles", roles(launch, mapping, session));
        launch.course()
                .ifPresent(course -> json.add(
                        "course",
                        texts(Map.of(
                                "id", Optional.of(course.id()),
                                "label", course.label(),
                                "title", course.title(),
                                "type",
                                        Optional.of(String.join(", ", course.types()))
                                                .filter(text -> !text.isEmpty())))));
        launch.resourceLink()
                .ifPresent(link ->
                        json.add("link", texts(Map.of("id", Optional.of(link.id()), "title", link.title()))));
        return json.add("services", services(launch))
                .add("custom", pairs(launch.custom()))
                .add("unresolved", pairs(launch.received().unresolved()))
                .add("claims", list(launch.received().names()))
                .build();
    }

    private static JsonObjectBuilder registration(Launch launch) {
        return texts(Map.of(
                "name", Optional.of(launch.registration().id()),
                "issuer", Optional.of(launch.registration().issuer()),
                "clientId", Optional.of(launch.registration().clientId()),
                "deployment", Optional.of(launch.deploymentId()),
                "platform",
                        launch.platform()
                                .map(platform -> Stream.of(platform.productFamilyCode(), platform.version())
                                        .flatMap(Optional::stream)
                                        .reduce("", (all, one) -> (all + " " + one).strip()))
                                .filter(text -> !text.isEmpty())));
    }

    private static JsonObjectBuilder roles(Launch launch, RoleMapping mapping, LearnerSession session) {
        RoleDecision decision = launch.roles().decide(mapping);
        JsonObjectBuilder roles = BUILDERS.createObjectBuilder()
                .add("received", list(launch.roles().values()))
                .add("opensAs", word(session.role()))
                .add("ground", word(decision.ground()))
                .add(
                        "mappedToInstructor",
                        list(mapping.instructor().stream().sorted().toList()))
                .add("mappedToLearner", list(mapping.learner().stream().sorted().toList()));
        decision.role().ifPresent(role -> roles.add("decidedBy", cut(role)));
        return roles;
    }

    private static JsonObjectBuilder services(Launch launch) {
        JsonObjectBuilder services = BUILDERS.createObjectBuilder();
        launch.grades()
                .ifPresent(grades -> services.add(
                        "grades",
                        BUILDERS.createObjectBuilder()
                                .add(
                                        "scopes",
                                        list(grades.scopes().stream().sorted().toList()))
                                .add("lineItem", grades.lineItem().isPresent())
                                .add("lineItems", grades.lineItems().isPresent())));
        launch.roster()
                .ifPresent(roster -> services.add(
                        "roster", BUILDERS.createObjectBuilder().add("versions", list(roster.versions()))));
        return services;
    }

    private static JsonObjectBuilder texts(Map<String, Optional<String>> texts) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        new TreeMap<>(texts).forEach((name, text) -> text.ifPresent(value -> json.add(name, cut(value))));
        return json;
    }

    private static JsonObjectBuilder pairs(Map<String, String> values) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        new TreeMap<>(values)
                .entrySet().stream().limit(MOST).forEach(pair -> json.add(cut(pair.getKey()), cut(pair.getValue())));
        return json;
    }

    private static JsonArrayBuilder list(Collection<String> values) {
        JsonArrayBuilder json = BUILDERS.createArrayBuilder();
        values.stream().limit(MOST).map(Diagnosis::cut).forEach(json::add);
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
