package org.lectern.lti.launch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.lti.registration.RoleMapping;

/**
 * The roles a platform sent, as they came. Rights in the course come from context roles alone (LTI 1.3 core §A.2.3),
 * also when they are sent as short names or as sub-roles; an institution's or system's roles say who someone is
 * elsewhere. Empty, unknown or unusual roles make a learner.
 */
public record Roles(List<String> values) {
    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
    private static final String CONTEXT = VOCABULARY + "membership";
    private static final String INSTITUTION = VOCABULARY + "institution/person#";
    private static final String INSTITUTION_ADMINISTRATOR = INSTITUTION + "Administrator";
    private static final List<String> ELSEWHERE = List.of("Faculty", "Staff", "Instructor");
    private static final String SYSTEM = VOCABULARY + "system/person#";
    /** In full, short, and the two forms of sub-roles: the standard's, and Sakai's. */
    private static final Pattern IN_CONTEXT =
            Pattern.compile("(?:" + Pattern.quote(CONTEXT) + "[#/])?([A-Z][A-Za-z]{2,39})(?:#([A-Z][A-Za-z-]{2,39}))?");

    public Roles {
        values = List.copyOf(values);
    }

    /** May teach in this course; teaching assistants and other sub-roles of Instructor included. */
    public boolean instructor() {
        return inContext("Instructor").isPresent();
    }

    /** Administers this course. An institution's administrator is not meant. */
    public boolean administrator() {
        return inContext("Administrator").isPresent();
    }

    /** Builds this course without teaching it, such as a course designer. */
    public boolean contentDeveloper() {
        return inContext("ContentDeveloper").isPresent();
    }

    /** Learns in this course, or has no role in it that says otherwise. */
    public boolean learner() {
        return inContext("Learner").isPresent() || !(instructor() || administrator() || contentDeveloper());
    }

    /**
     * What they are in this course by the standard's terms, in whichever form they came: {@code Instructor}, or
     * {@code Instructor#TeachingAssistant} with {@code Instructor} before it. Each once, in order.
     */
    public Set<String> inCourse() {
        Set<String> terms = new LinkedHashSet<>();
        for (String value : values) {
            Matcher context = IN_CONTEXT.matcher(value);
            if (context.matches()) {
                terms.add(context.group(1));
                if (context.group(2) != null) {
                    terms.add(context.group(1) + "#" + context.group(2));
                }
            }
        }
        return terms;
    }

    /** Whether this role in the course is among them, asked for by its short name or in full, and sent in either form. */
    public boolean has(String role) {
        String shortName = role.startsWith(CONTEXT + "#") ? role.substring(CONTEXT.length() + 1) : role;
        return values.contains(role) || inContext(shortName).isPresent();
    }

    /** Administers the institution or the whole platform. A hint who to show settings to; no right in any course. */
    public boolean institutionAdministrator() {
        return values.contains(INSTITUTION_ADMINISTRATOR)
                || values.contains(SYSTEM + "Administrator")
                || values.contains(SYSTEM + "SysAdmin");
    }

    /** Works for the institution or looks after the platform: no learner there. A hint like the one above, and no right either. */
    public boolean staffElsewhere() {
        return institutionAdministrator()
                || ELSEWHERE.stream().anyMatch(role -> values.contains(INSTITUTION + role))
                || values.contains(SYSTEM + "SysSupport")
                || values.contains(SYSTEM + "AccountAdmin");
    }

    /**
     * What these roles allow in the course. A role that is mapped to learner takes every other right away; then the standard's
     * context roles and those mapped to instructor count. Without either: a learner.
     */
    public RoleDecision decide(RoleMapping mapping) {
        return first(mapping.learner())
                .map(role -> decision(RoleDecision.Right.LEARNER, role, RoleDecision.Ground.MAPPED))
                .or(() -> standard("Administrator", RoleDecision.Right.ADMINISTRATOR))
                .or(() -> first(mapping.instructor())
                        .map(role -> decision(RoleDecision.Right.INSTRUCTOR, role, RoleDecision.Ground.MAPPED)))
                .or(() -> standard("Instructor", RoleDecision.Right.INSTRUCTOR))
                .or(() -> standard("ContentDeveloper", RoleDecision.Right.CONTENT_DEVELOPER))
                .or(() -> standard("Learner", RoleDecision.Right.LEARNER))
                .orElseGet(() ->
                        new RoleDecision(RoleDecision.Right.LEARNER, Optional.empty(), RoleDecision.Ground.NOTHING));
    }

    private Optional<String> first(Set<String> mapped) {
        return values.stream().filter(mapped::contains).findFirst();
    }

    private Optional<RoleDecision> standard(String role, RoleDecision.Right right) {
        return inContext(role).map(found -> decision(right, found, RoleDecision.Ground.STANDARD));
    }

    private static RoleDecision decision(RoleDecision.Right right, String role, RoleDecision.Ground ground) {
        return new RoleDecision(right, Optional.of(role), ground);
    }

    private Optional<String> inContext(String role) {
        return values.stream()
                .filter(value -> value.equals(role)
                        || value.equals(CONTEXT + "#" + role)
                        // The standard's form of a sub-role, and Sakai's.
                        || value.startsWith(CONTEXT + "/" + role + "#")
                        || value.startsWith(CONTEXT + "#" + role + "#"))
                .findFirst();
    }
}
