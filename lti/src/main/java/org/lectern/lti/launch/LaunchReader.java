package org.lectern.lti.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.lti.registration.PlatformRegistration;

/** Makes a {@link Launch} of checked claims. What is optional and has a wrong form counts as absent. */
final class LaunchReader {
    private final Claims claims;
    private final Claims lis;

    LaunchReader(Claims claims) {
        this.claims = claims;
        this.lis = claims.inside(ClaimNames.LIS);
    }

    Launch launch(PlatformRegistration registration, MessageType type, URI target, Instant now) {
        Instant issued = claims.time("iat");
        return new Launch(
                registration,
                claims.id(ClaimNames.DEPLOYMENT_ID),
                type,
                target,
                user(),
                new Roles(claims.texts(ClaimNames.ROLES)),
                forUser(),
                course(),
                resourceLink(),
                custom(),
                presentation(),
                platform(),
                new LaunchServices(grades(), roster()),
                received(),
                type == MessageType.DEEP_LINKING ? Optional.of(new DeepLinkingReader(claims).read()) : Optional.empty(),
                new LaunchTiming(issued, Duration.between(issued, now)));
    }

    private LaunchUser user() {
        return new LaunchUser(
                claims.id("sub"),
                claims.label("name"),
                claims.label("given_name"),
                claims.label("family_name"),
                claims.label("email"),
                lis.label("person_sourcedid").filter(LaunchReader::resolved));
    }

    private Optional<ReviewedUser> forUser() {
        Claims person = claims.inside(ClaimNames.FOR_USER);
        return person.raw("user_id") instanceof String id && !id.isBlank() && id.length() <= Claims.ID_LIMIT
                ? Optional.of(new ReviewedUser(
                        Claims.storable(id),
                        person.label("name"),
                        person.label("given_name"),
                        person.label("family_name")))
                : Optional.empty();
    }

    private Optional<CourseContext> course() {
        Claims context = claims.inside(ClaimNames.CONTEXT);
        return context.lacks("id") || "".equals(context.raw("id"))
                ? Optional.empty()
                : Optional.of(new CourseContext(
                        context.id("id"),
                        context.label("label"),
                        context.label("title"),
                        context.textsIfAny("type"),
                        lis.label("course_section_sourcedid").filter(LaunchReader::resolved)));
    }

    private Optional<ResourceLink> resourceLink() {
        Claims link = claims.inside(ClaimNames.RESOURCE_LINK);
        return link.lacks("id")
                ? Optional.empty()
                : Optional.of(new ResourceLink(link.id("id"), link.label("title"), link.label("description")));
    }

    private Map<String, String> custom() {
        Map<String, String> custom = new HashMap<>();
        claims.inside(ClaimNames.CUSTOM).values().forEach((name, value) -> {
            boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (plain && resolved(value.toString())) {
                custom.put(Claims.storable(name.toString()), Claims.storable(value.toString()));
            }
        });
        return custom;
    }

    private ReceivedClaims received() {
        Set<String> names = new HashSet<>();
        claims.values().keySet().forEach(name -> names.add(Claims.storable(name.toString())));
        Map<String, String> unresolved = new HashMap<>();
        claims.inside(ClaimNames.CUSTOM).values().forEach((name, value) -> {
            if (value instanceof String text && !resolved(text)) {
                unresolved.put(Claims.storable(name.toString()), Claims.storable(text));
            }
        });
        return new ReceivedClaims(names, unresolved);
    }

    /** Platforms send variables they cannot fill in as they are written: {@code $No.such}, Blackboard's {@code @X@…@X@}. */
    private static boolean resolved(String value) {
        return !value.startsWith("$") && !value.contains("@X@");
    }

    private Optional<LaunchPresentation> presentation() {
        Claims shown = claims.inside(ClaimNames.LAUNCH_PRESENTATION);
        return shown.values().isEmpty()
                ? Optional.empty()
                : Optional.of(new LaunchPresentation(
                        shown.label("document_target"), shown.address("return_url"), shown.label("locale")));
    }

    private Optional<ToolPlatform> platform() {
        Claims platform = claims.inside(ClaimNames.TOOL_PLATFORM);
        return platform.values().isEmpty()
                ? Optional.empty()
                : Optional.of(new ToolPlatform(
                        platform.label("product_family_code"),
                        platform.label("guid"),
                        platform.label("name"),
                        platform.label("version")));
    }

    private Optional<GradeService> grades() {
        Claims service = claims.inside(ClaimNames.GRADES);
        return service.values().isEmpty()
                ? Optional.empty()
                : Optional.of(new GradeService(
                        service.address("lineitems"),
                        service.address("lineitem"),
                        new LinkedHashSet<>(service.textsIfAny("scope"))));
    }

    private Optional<RosterService> roster() {
        Claims service = claims.inside(ClaimNames.ROSTER);
        return service.address("context_memberships_url")
                .map(url -> new RosterService(url, service.textsIfAny("service_versions")));
    }
}
