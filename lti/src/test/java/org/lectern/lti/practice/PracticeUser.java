package org.lectern.lti.practice;

import java.util.List;
import java.util.Map;

/** Someone who launches: subject, roles and the claims about the person that the platform shares. */
public record PracticeUser(String subject, List<String> roles, Map<String, Object> person) {
    public static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    public static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

    public static PracticeUser student() {
        return named("student-1", "Sam", "Student", MEMBERSHIP + "Learner");
    }

    public static PracticeUser teacher() {
        return named("teacher-1", "Tina", "Teacher", MEMBERSHIP + "Instructor");
    }

    /** Administers the course and the institution. */
    public static PracticeUser administrator() {
        return named("admin-1", "Ada", "Admin", MEMBERSHIP + "Administrator", INSTITUTION + "Administrator");
    }

    private static PracticeUser named(String subject, String given, String family, String... roles) {
        return new PracticeUser(
                subject,
                List.of(roles),
                Map.of(
                        "name",
                        given + " " + family,
                        "given_name",
                        given,
                        "family_name",
                        family,
                        "email",
                        subject + "@example.org"));
    }

    public PracticeUser withRoles(String... others) {
        return new PracticeUser(subject, List.of(others), person);
    }

    public PracticeUser sharing(Map<String, Object> otherPerson) {
        return new PracticeUser(subject, roles, otherPerson);
    }
}
