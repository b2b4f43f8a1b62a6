package org.lectern.playground.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The claims of a resource link launch (LTI 1.3 §5.3 and 5.4), by default as a real LMS sends them. */
final class Claims {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration FAR = Duration.ofHours(1);

    private Claims() {}

    static JWTClaimsSet of(Click click, String toolLaunch, String nonce, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(click.platform().issuer())
                .audience(click.registration().clientId())
                .subject(click.person().subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", nonce)
                .claim(LTI + "message_type", "LtiResourceLinkRequest")
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", click.deployment())
                .claim(LTI + "target_link_uri", toolLaunch)
                .claim(LTI + "roles", click.person().roles());
        about(click, claims);
        person(click, claims);
        spoil(click, claims, now);
        return claims.build();
    }

    private static void about(Click click, JWTClaimsSet.Builder claims) {
        String path = click.platform().path();
        claims.claim(
                LTI + "context",
                Map.of(
                        "id",
                        "2",
                        "label",
                        "BIO101",
                        "title",
                        LmsPages.COURSE,
                        "type",
                        List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection")));
        claims.claim(
                LTI + "resource_link",
                Map.of("id", click.link().number(), "title", click.link().title()));
        claims.claim(
                LTI + "custom",
                click.link().media().map(media -> Map.of("media", media)).orElse(Map.of()));
        claims.claim(
                LTI + "launch_presentation",
                Map.of(
                        "locale",
                        click.person().locale(),
                        "document_target",
                        click.window() ? "window" : "iframe",
                        "return_url",
                        click.platform().issuer() + "/course?person="
                                + click.person().id()));
        claims.claim(
                LTI + "tool_platform",
                Map.of(
                        "guid",
                        "practice-" + path,
                        "name",
                        click.platform().name(),
                        "product_family_code",
                        "lectern-practice-lms",
                        "version",
                        "1"));
        claims.claim(
                LTI + "lis",
                Map.of("person_sourcedid", "sis-" + click.person().subject(), "course_section_sourcedid", "BIO101-1"));
        claims.claim(LTI + "ext", Map.of("lms", "lectern-practice-lms"));
    }

    private static void person(Click click, JWTClaimsSet.Builder claims) {
        click.person()
                .name()
                .ifPresent(name -> claims.claim("given_name", name.given())
                        .claim("family_name", name.family())
                        .claim("name", name.given() + " " + name.family())
                        .claim(
                                "email",
                                click.person().id() + "@" + click.platform().path() + ".example"));
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
