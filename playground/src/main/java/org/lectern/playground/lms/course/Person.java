package org.lectern.playground.lms.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A made-up member of every practice course: the id used in addresses, the subject in tokens, names if the platform
 * tells them, the roles as a platform sends them, and the language of their pages.
 */
public record Person(String id, String subject, String title, Optional<Name> name, String locale, List<String> roles) {
    private static final String COURSE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private static final String LEARNER = COURSE + "Learner";

    private static final int LAST_STUDENT = 29;
    private static final int SUBJECTS_FROM = 101;

    /** Those with something special about them, in the order they are offered. */
    public static final List<Person> ALL = List.of(
            new Person("student1", "101", "Student One", Name.of("Student", "One"), "en", List.of(LEARNER)),
            new Person("student2", "102", "Student Two", Name.of("Student", "Two"), "de", List.of(LEARNER)),
            new Person("student3", "103", "Étudiant Trois 学生", Name.of("Étudiant", "Trois 学生"), "fr", List.of(LEARNER)),
            new Person("anonymous", "104", "Anonymous student", Optional.empty(), "en", List.of(LEARNER)),
            new Person("teacher", "11", "Teacher One", Name.of("Teacher", "One"), "en", List.of(COURSE + "Instructor")),
            new Person(
                    "admin",
                    "1",
                    "Administrator One",
                    Name.of("Administrator", "One"),
                    "en",
                    List.of(
                            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
                            COURSE + "Instructor",
                            "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator")));

    /** A course full: {@link #ALL} and many students who are like each other. */
    public static final List<Person> EVERYBODY = everybody();

    public record Name(String given, String family) {
        static Optional<Name> of(String given, String family) {
            return Optional.of(new Name(given, family));
        }
    }

    public static Optional<Person> find(String id) {
        return EVERYBODY.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public static Optional<Person> ofSubject(String subject) {
        return EVERYBODY.stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst();
    }

    public boolean isStudent() {
        return roles.contains(LEARNER);
    }

    /** An administrator may enter every course and is a member of none. */
    public boolean isMember() {
        return !id.equals("admin");
    }

    /** The last student has left the course. */
    public boolean isActive() {
        return !id.equals("student" + LAST_STUDENT);
    }

    public String email(String institution) {
        return id + "@" + institution + ".example";
    }

    public String sourcedId() {
        return "sis-" + subject;
    }

    private static List<Person> everybody() {
        List<Person> all = new ArrayList<>(ALL);
        for (int n = 4; n <= LAST_STUDENT; n++) {
            String number = n < 10 ? "0" + n : String.valueOf(n);
            all.add(new Person(
                    "student" + n,
                    String.valueOf(SUBJECTS_FROM + n),
                    "Student " + number,
                    Name.of("Student", number),
                    "en",
                    List.of(LEARNER)));
        }
        return List.copyOf(all);
    }

    /** What a newcomer should know of this person, in a few words. */
    public String remark() {
        if (name.isEmpty()) {
            return "Student whose name and e-mail the LMS withholds";
        }
        String role = roles.size() > 1 ? "Administrator" : roles.contains(LEARNER) ? "Student" : "Teacher";
        return switch (locale) {
            case "de" -> role + ", pages in German";
            case "fr" -> role + ", pages in French, name not in ASCII";
            default -> role;
        };
    }
}
