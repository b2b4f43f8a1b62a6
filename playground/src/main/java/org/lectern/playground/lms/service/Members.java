package org.lectern.playground.lms.service;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;

/** Who is in a course (NRPS 2.0 §2). A tool that may not see names or addresses does not. */
final class Members {
    private static final String CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private Members() {}

    static Answer list(Asked asked, String institution, Switches switches) {
        asked.accepts(CONTAINER);
        Parameters query = asked.request().query();
        Optional<String> role = query.find("role");
        List<Person> all = Person.EVERYBODY.stream()
                .filter(Person::isMember)
                .filter(person -> role.map(wanted -> has(person, wanted)).orElse(true))
                .toList();
        Optional<Link> link = query.find("rlid")
                .map(number -> asked.course()
                        .linkNumbered(number)
                        .filter(found -> found.clientId().equals(asked.tool().clientId()))
                        .orElseThrow(() -> ServiceRefused.of(
                                404, "not_found", "rlid " + number + " is no link of this tool in this course.")));
        Paging paging = Paging.of(query, Integer.parseInt(switches.get(Switch.ROSTER_PAGE)));
        JsonArrayBuilder page = Json.createArrayBuilder();
        paging.of(all).forEach(person -> page.add(member(asked, person, institution, switches, link)));
        Course course = asked.course();
        String self = asked.base() + "/memberships";
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("id", self)
                .add(
                        "context",
                        Json.createObjectBuilder()
                                .add("id", course.id())
                                .add("label", Courses.LABEL)
                                .add("title", course.title()))
                .add("members", page);
        return paging.linked(
                Answer.of(200, CONTAINER, body.build().toString()), next(self, role, link, switches), all.size());
    }

    private static String next(String self, Optional<String> role, Optional<Link> link, Switches switches) {
        StringBuilder address = new StringBuilder(self);
        if (switches.is(Switch.ROSTER_NEXT, "keeps-role")) {
            role.ifPresent(
                    wanted -> address.append("?role=").append(URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        }
        link.ifPresent(one -> address.append(address.indexOf("?") < 0 ? "?" : "&")
                .append("rlid=")
                .append(one.number()));
        return address.toString();
    }

    private static boolean has(Person person, String wanted) {
        return person.roles().stream()
                .anyMatch(role -> role.equals(wanted) || shortName(role).equals(wanted));
    }

    private static String shortName(String role) {
        return role.substring(role.indexOf('#') + 1);
    }

    private static JsonObjectBuilder member(
            Asked asked, Person person, String institution, Switches switches, Optional<Link> link) {
        Tool tool = asked.tool();
        JsonObjectBuilder member = Json.createObjectBuilder()
                .add("status", person.isActive() ? "Active" : "Inactive")
                .add("user_id", person.subject())
                .add("lis_person_sourcedid", person.sourcedId());
        JsonArrayBuilder roles = Json.createArrayBuilder();
        person.roles().forEach(role -> roles.add(switches.is(Switch.ROLES, "short") ? shortName(role) : role));
        member.add("roles", roles);
        person.name().ifPresent(name -> {
            add(member, tool, "name", name.given() + " " + name.family());
            add(member, tool, "given_name", name.given());
            add(member, tool, "family_name", name.family());
            add(member, tool, "email", person.email(institution));
        });
        link.ifPresent(one -> member.add(
                "message",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add(LTI + "message_type", "LtiResourceLinkRequest")
                                .add(
                                        LTI + "resource_link",
                                        Json.createObjectBuilder().add("id", one.number())))));
        return member;
    }

    private static void add(JsonObjectBuilder member, Tool tool, String claim, String value) {
        if (tool.sees(claim)) {
            member.add(claim, value);
        }
    }
}
