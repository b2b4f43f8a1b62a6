package org.lectern.lti.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes a launch: {@code aLaunch().by(teacher()).with("azp", "someone")}. Immutable. Without more words it is a
 * student's launch of the resource link {@code link-1} in the course {@code course-1}.
 */
public final class LaunchBuilder {
    public static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final PracticeUser user;
    private final Map<String, Object> changed;
    private final List<String> removed;

    private LaunchBuilder(PracticeUser user, Map<String, Object> changed, List<String> removed) {
        this.user = user;
        this.changed = changed;
        this.removed = removed;
    }

    public static LaunchBuilder aLaunch() {
        return new LaunchBuilder(PracticeUser.student(), Map.of(), List.of());
    }

    public LaunchBuilder by(PracticeUser other) {
        return new LaunchBuilder(other, changed, removed);
    }

    /** A claim by its full name; {@code null} is written as JSON null. */
    public LaunchBuilder with(String claim, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(changed);
        more.put(claim, value);
        return new LaunchBuilder(user, more, removed);
    }

    /** An LTI claim by its last word, such as {@code roles}. */
    public LaunchBuilder withLti(String claim, Object value) {
        return with(LTI + claim, value);
    }

    public LaunchBuilder without(String... claims) {
        List<String> more = new ArrayList<>(removed);
        more.addAll(List.of(claims));
        return new LaunchBuilder(user, changed, more);
    }

    public LaunchBuilder withoutLti(String claim) {
        return without(LTI + claim);
    }

    /** All claims, issued by {@code platform} at {@code now} in answer to the login with {@code nonce}. */
    public Map<String, Object> claims(PracticePlatform platform, String nonce, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", platform.issuer());
        claims.put("aud", platform.clientId());
        claims.put("sub", user.subject());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put("nonce", nonce);
        claims.putAll(user.person());
        claims.put(LTI + "version", "1.3.0");
        claims.put(LTI + "message_type", "LtiResourceLinkRequest");
        claims.put(LTI + "deployment_id", platform.deploymentId());
        claims.put(LTI + "target_link_uri", platform.toolUrl());
        claims.put(LTI + "roles", user.roles());
        claims.put(LTI + "resource_link", Map.of("id", "link-1", "title", "Lecture 1"));
        claims.put(
                LTI + "context",
                Map.of("id", "course-1", "label", "C1", "title", "Course one", "type", List.of("CourseSection")));
        claims.put(LTI + "custom", Map.of("media", "intro"));
        claims.putAll(changed);
        removed.forEach(claims::remove);
        return claims;
    }
}
