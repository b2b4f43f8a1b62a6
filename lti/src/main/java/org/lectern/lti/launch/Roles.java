package org.lectern.lti.launch;

import java.util.List;

/**
 * The roles a platform sent, as they came. Rights in the course come from context roles alone (LTI 1.3 core §A.2.3),
 * also when they are sent as short names or as sub-roles; an institution's or system's roles say who someone is
 * elsewhere. Empty, unknown or unusual roles make a learner.
 */
public record Roles(List<String> values) {
    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
    private static final String CONTEXT = VOCABULARY + "membership";
    private static final String INSTITUTION_ADMINISTRATOR = VOCABULARY + "institution/person#Administrator";
    private static final String SYSTEM = VOCABULARY + "system/person#";

    public Roles {
        values = List.copyOf(values);
    }

    /** May teach in this course; teaching assistants and other sub-roles of Instructor included. */
    public boolean instructor() {
        return inContext("Instructor");
    }

    /** Administers this course. An institution's administrator is not meant. */
    public boolean administrator() {
        return inContext("Administrator");
    }

    /** Builds this course without teaching it, such as a course designer. */
    public boolean contentDeveloper() {
        return inContext("ContentDeveloper");
    }

    /** Learns in this course, or has no role in it that says otherwise. */
    public boolean learner() {
        return inContext("Learner") || !(instructor() || administrator() || contentDeveloper());
    }

    /** Administers the institution or the whole platform. A hint who to show settings to; no right in any course. */
    public boolean institutionAdministrator() {
        return values.contains(INSTITUTION_ADMINISTRATOR)
                || values.contains(SYSTEM + "Administrator")
                || values.contains(SYSTEM + "SysAdmin");
    }

    private boolean inContext(String role) {
        return values.stream()
                .anyMatch(value -> value.equals(role)
                        || value.equals(CONTEXT + "#" + role)
                        // The standard's form of a sub-role, and Sakai's.
                        || value.startsWith(CONTEXT + "/" + role + "#")
                        || value.startsWith(CONTEXT + "#" + role + "#"));
    }
}
