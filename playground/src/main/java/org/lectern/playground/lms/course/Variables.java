package org.lectern.playground.lms.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in the variables of custom parameters (LTI 1.3 appendix B, Custom Properties and Variable Substitution). What the
 * LMS does not know stays as it is written, as with real ones.
 */
public final class Variables {
    private static final String LINK_HISTORY = "$ResourceLink.id.history";

    private Variables() {}

    /** The names this LMS fills in. */
    public static List<String> known(Switches switches) {
        Course course = new Course("", "", "", List.of());
        Link link = Link.of("", "", "", Map.of(), "");
        return List.copyOf(values(course, Optional.of(link), Person.ALL.get(0), "", switches)
                .keySet());
    }

    /** The parameters with their variables filled in. */
    public static Map<String, String> fill(
            Map<String, String> custom,
            Course course,
            Optional<Link> link,
            Person person,
            String institution,
            Switches switches) {
        Map<String, String> values = values(course, link, person, institution, switches);
        Map<String, String> filled = new LinkedHashMap<>();
        custom.forEach((name, value) -> filled.put(name, values.getOrDefault(value, value)));
        return filled;
    }

    private static Map<String, String> values(
            Course course, Optional<Link> link, Person person, String institution, Switches switches) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("$Context.id", course.id());
        values.put("$Context.id.history", String.join(",", course.history()));
        values.put("$Context.title", course.title());
        values.put("$Context.label", Courses.LABEL);
        values.put("$User.id", person.subject());
        values.put("$User.username", person.id());
        values.put("$Person.sourcedId", person.sourcedId());
        person.name().ifPresent(name -> {
            values.put("$Person.name.full", name.given() + " " + name.family());
            values.put("$Person.name.given", name.given());
            values.put("$Person.name.family", name.family());
            values.put("$Person.email.primary", person.email(institution));
        });
        link.ifPresent(one -> {
            values.put("$ResourceLink.id", one.number());
            values.put("$ResourceLink.title", one.title());
            if (switches.is(Switch.LINK_HISTORY, "known")) {
                values.put(LINK_HISTORY, String.join(",", one.history()));
            }
        });
        return values;
    }
}
