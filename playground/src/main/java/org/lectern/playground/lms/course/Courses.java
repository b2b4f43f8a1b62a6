package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.Medium;
import org.lectern.playground.institution.Registration;

/** The courses of one institution's LMS: a first one for each tenant, then the copies. Safe for many threads. */
public final class Courses {
    public static final String TITLE = "Biology 101";
    public static final String LABEL = "BIO101";
    private static final int FIRST = 2;
    private static final int FIRST_ADDED_LINK = 100;

    private final List<Registration> registrations;
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private int lastLink;
    private int added;

    public Courses(List<Registration> registrations) {
        this.registrations = List.copyOf(registrations);
        reset();
    }

    /** Back to how it began. */
    public synchronized void reset() {
        courses.clear();
        lastLink = FIRST_ADDED_LINK;
        added = 0;
        for (Registration registration : registrations) {
            Course course = new Course(nextId(), TITLE, registration.tenant(), List.of());
            Map<String, String> media = new LinkedHashMap<>();
            for (Medium medium : registration.media()) {
                media.put(medium.id(), medium.title());
            }
            course.furnish(registration.clientId(), media);
            courses.put(course.id(), course);
        }
    }

    public synchronized List<Course> all() {
        return List.copyOf(courses.values());
    }

    public synchronized Optional<Course> find(String id) {
        return Optional.ofNullable(courses.get(id));
    }

    public synchronized Course firstOf(String tenant) {
        return courses.values().stream()
                .filter(course -> course.tenant().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    public synchronized Course copy(Course course) {
        Course copy = course.copy(nextId(), TITLE + ", copy " + nextId(), this::nextLink);
        courses.put(copy.id(), copy);
        return copy;
    }

    /** A resource link id that no link of this institution has. */
    public synchronized String nextLink() {
        return String.valueOf(++lastLink);
    }

    /** A name for a link that was added by deep linking. */
    public synchronized String nextAdded() {
        return "added-" + ++added;
    }

    public synchronized JsonObject json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        courses.values().forEach(course -> list.add(course.json()));
        return Json.createObjectBuilder().add("courses", list).build();
    }

    private String nextId() {
        return String.valueOf(FIRST + courses.size());
    }
}
