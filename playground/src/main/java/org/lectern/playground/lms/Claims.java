package org.lectern.playground.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Scopes;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Variables;
import org.lectern.playground.lms.deeplink.DeepLinkRequest;

/**
 * The claims of a launch (LTI 1.3 §5.3 and 5.4, Deep Linking 2.0 §4.4, AGS 2.0 §3.1 and 3.5, NRPS 2.0 §3.6), by default as
 * a real LMS sends them.
 */
final class Claims {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration FAR = Duration.ofHours(1);

    private final Platform platform;
    private final Switches switches;

    Claims(Platform platform, Switches switches) {
        this.platform = platform;
        this.switches = switches;
    }

    JWTClaimsSet of(Click click, String nonce, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(platform.issuer())
                .audience(click.tool().clientId())
                .subject(click.person().subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", nonce)
                .claim(LTI + "message_type", click.messageType())
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", click.deployment())
                .claim(LTI + "target_link_uri", click.target())
                .claim(LTI + "roles", click.person().roles());
        about(click, claims);
        click.link()
                .ifPresent(link ->
                        claims.claim(LTI + "resource_link", Map.of("id", link.number(), "title", link.title())));
        click.deepLink().ifPresent(request -> claims.claim(DEEP_LINKING, settings(request, click.tool())));
        click.reviewed().ifPresent(student -> claims.claim(LTI + "for_user", forUser(student, click.tool())));
        if (switches.is(Switch.SERVICES, "on")) {
            services(click, claims);
        }
        person(click, claims);
        spoil(click, claims, now);
        return claims.build();
    }

    private void about(Click click, JWTClaimsSet.Builder claims) {
        Course course = click.course();
        claims.claim(
                LTI + "context",
                Map.of(
                        "id",
                        course.id(),
                        "label",
                        Courses.LABEL,
                        "title",
                        course.title(),
                        "type",
                        List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection")));
        claims.claim(LTI + "custom", custom(click));
        claims.claim(
                LTI + "launch_presentation",
                Map.of(
                        "locale",
                        click.person().locale(),
                        "document_target",
                        click.window() ? "window" : "iframe",
                        "return_url",
                        seenAt(click.tool()) + "/course?person="
                                + click.person().id() + "&course=" + course.id()));
        claims.claim(
                LTI + "tool_platform",
                Map.of(
                        "guid",
                        "practice-" + platform.path(),
                        "name",
                        platform.name(),
                        "product_family_code",
                        switches.get(Switch.PRODUCT),
                        "version",
                        "1"));
        claims.claim(
                LTI + "lis",
                Map.of("person_sourcedid", click.person().sourcedId(), "course_section_sourcedid", "BIO101-1"));
        claims.claim(LTI + "ext", Map.of("lms", "lectern-practice-lms"));
    }

    private Map<String, String> custom(Click click) {
        Map<String, String> custom = new LinkedHashMap<>(click.tool().custom());
        click.link().ifPresent(link -> custom.putAll(link.custom()));
        click.review()
                .map(review -> review.getJsonObject("custom"))
                .ifPresent(more -> more.forEach((name, value) -> custom.put(name, ((JsonString) value).getString())));
        return Variables.fill(custom, click.course(), click.link(), click.person(), platform.path(), switches);
    }

    /** Where people see this LMS. */
    private String seenAt(Tool tool) {
        return SchoolHost.base(platform.issuer(), tool.tenant(), switches);
    }

    private Map<String, Object> settings(DeepLinkRequest request, Tool tool) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("deep_link_return_url", seenAt(tool) + "/deep-link-return?ticket=" + request.ticket());
        settings.put("accept_types", List.of("ltiResourceLink"));
        settings.put("accept_presentation_document_targets", List.of("iframe", "window"));
        settings.put("accept_multiple", request.multiple());
        settings.put("auto_create", true);
        request.graded().ifPresent(graded -> settings.put("accept_lineitem", graded));
        request.data().ifPresent(data -> settings.put("data", data));
        return settings;
    }

    private static Map<String, Object> forUser(Person student, Tool tool) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("user_id", student.subject());
        user.put("roles", student.roles());
        student.name().filter(unused -> tool.sees("name")).ifPresent(name -> user.put("name", student.title()));
        return user;
    }

    private void services(Click click, JWTClaimsSet.Builder claims) {
        String base = platform.issuer() + "/services/" + click.course().id();
        String type = "?type_id=" + click.tool().number();
        List<String> grades =
                Scopes.GRADES.stream().filter(click.tool().scopes()::contains).toList();
        if (!grades.isEmpty()) {
            Map<String, Object> endpoint = new LinkedHashMap<>();
            endpoint.put("scope", grades);
            endpoint.put("lineitems", base + "/lineitems" + type);
            click.column()
                    .ifPresent(column ->
                            endpoint.put("lineitem", base + "/lineitems/" + column.id() + "/lineitem" + type));
            claims.claim(GRADES, endpoint);
        }
        if (click.tool().scopes().contains(Scopes.MEMBERSHIP)) {
            claims.claim(
                    ROSTER,
                    Map.of("context_memberships_url", base + "/memberships", "service_versions", List.of("2.0")));
        }
    }

    private void person(Click click, JWTClaimsSet.Builder claims) {
        click.person().name().ifPresent(name -> {
            Map<String, String> told = new LinkedHashMap<>();
            told.put("given_name", name.given());
            told.put("family_name", name.family());
            told.put("name", name.given() + " " + name.family());
            told.put("email", click.person().email(platform.path()));
            told.forEach((claim, value) -> {
                if (click.tool().sees(claim)) {
                    claims.claim(claim, value);
                }
            });
        });
    }

    private static void spoil(Click click, JWTClaimsSet.Builder claims, Instant now) {
        switch (click.misbehaviour()) {
            case EXPIRED -> times(claims, now.minus(FAR).minus(LIFE));
            case FUTURE -> times(claims, now.plus(FAR));
            case NO_NONCE -> claims.claim("nonce", null);
            case WRONG_NONCE -> claims.claim("nonce", "a-nonce-of-nobody");
            case WRONG_ISSUER -> claims.issuer("https://another-platform.example");
            case WRONG_AUDIENCE -> claims.audience("another-tool");
            case UNKNOWN_DEPLOYMENT -> claims.claim(LTI + "deployment_id", "deployment-of-nobody");
            case NO_DEPLOYMENT -> claims.claim(LTI + "deployment_id", null);
            case NO_MESSAGE_TYPE -> claims.claim(LTI + "message_type", null);
            case WRONG_MESSAGE_TYPE -> claims.claim(LTI + "message_type", "LtiNonsenseRequest");
            case NO_VERSION -> claims.claim(LTI + "version", null);
            case WRONG_VERSION -> claims.claim(LTI + "version", "11.3");
            case NO_ROLES -> claims.claim(LTI + "roles", null);
            case NO_RESOURCE_LINK -> claims.claim(LTI + "resource_link", null);
            case NO_SUBJECT -> claims.subject(null);
            case WRONG_TARGET -> claims.claim(LTI + "target_link_uri", "https://another-tool.example/launch");
            default -> {
                // The others are wrong in the header, the signature or around the token.
            }
        }
    }

    private static void times(JWTClaimsSet.Builder claims, Instant issued) {
        claims.issueTime(Date.from(issued)).expirationTime(Date.from(issued.plus(LIFE)));
    }
}
