package org.lectern.adapter.caliper;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Launch;

/**
 * What an LTI launch says of an event's circumstances (Caliper 1.2, {@code LtiSession}, {@code Membership}, {@code SystemIdentifier}). Of its
 * message only what names the platform, the course and the link: the person is the event's actor, as the institution's policy has it, and
 * no claim may tell more. Pure.
 */
final class LaunchEntities {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

    private LaunchEntities() {}

    /** The launch itself: what all events of one visit have in common. */
    static JsonObjectBuilder session(ActionContext context, Launch launch) {
        JsonObjectBuilder message = Entities.JSON.createObjectBuilder();
        launch.issuer().ifPresent(issuer -> message.add("iss", issuer));
        message.add(CLAIM + "version", "1.3.0");
        launch.courseId().ifPresent(id -> message.add(CLAIM + "context", identified(id)));
        launch.linkId().ifPresent(id -> message.add(CLAIM + "resource_link", identified(id)));
        return Entities.of(
                        Entities.below(
                                context.site().home(),
                                "launches",
                                launch.session().toString()),
                        "LtiSession")
                .add("user", Entities.iri(context.site(), context.actor()))
                .add("messageParameters", message);
    }

    /** What the person is in the course; nothing without a course or a role that Caliper has a term for. */
    static Optional<JsonObjectBuilder> membership(ActionContext context, Launch launch) {
        List<String> roles = CourseRoles.terms(launch.roles());
        return context.course().filter(course -> !roles.isEmpty()).map(course -> membership(context, course, roles));
    }

    private static JsonObjectBuilder membership(ActionContext context, Category course, List<String> roles) {
        JsonArrayBuilder told = Entities.JSON.createArrayBuilder();
        roles.forEach(told::add);
        return Entities.of(Entities.member(course, context.actor()), "Membership")
                .add("member", Entities.iri(context.site(), context.actor()))
                .add("organization", Entities.courseId(course))
                .add("roles", told);
    }

    /** The platform's own id of the course, by which events of the LMS are found beside ours. */
    static Optional<JsonObjectBuilder> courseIdentifier(Launch launch) {
        return launch.courseId().map(id -> {
            JsonObjectBuilder identifier = Entities.JSON
                    .createObjectBuilder()
                    .add("type", "SystemIdentifier")
                    .add("identifierType", "LtiContextId")
                    .add("identifier", id);
            platform(launch).ifPresent(issuer -> identifier.add("source", issuer));
            return identifier;
        });
    }

    /** The platform as an application, if its issuer can stand as an IRI. */
    static Optional<String> platform(Launch launch) {
        return launch.issuer().filter(LaunchEntities::isIri);
    }

    private static boolean isIri(String issuer) {
        try {
            return URI.create(issuer).isAbsolute();
        } catch (IllegalArgumentException noIri) {
            return false;
        }
    }

    private static JsonObjectBuilder identified(String id) {
        return Entities.JSON.createObjectBuilder().add("id", id);
    }
}
