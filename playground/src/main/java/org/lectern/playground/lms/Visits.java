package org.lectern.playground.lms;

import java.util.List;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;

/** Reads the addresses of course pages; what makes no sense is a {@link BadRequest} that says what would. */
final class Visits {
    private final Platform platform;
    private final Courses courses;
    private final Tools tools;

    Visits(Platform platform, Courses courses, Tools tools) {
        this.platform = platform;
        this.courses = courses;
        this.tools = tools;
    }

    Where where(Parameters query) {
        Course course = course(query);
        // Every tool that registered itself stands in every course of its tenant.
        tools.registered().stream()
                .filter(tool -> tool.tenant().equals(course.tenant()))
                .forEach(tool -> course.linkOf(tool, courses::nextLink));
        String breaks = query.find("break").orElse(Misbehaviour.NONE.id());
        Misbehaviour misbehaviour = Misbehaviour.find(breaks)
                .orElseThrow(() -> new BadRequest("break does not know \"" + breaks + "\"", null));
        return new Where(
                platform,
                course,
                query.find("deployment"),
                person(query, "person")
                        .orElseThrow(() -> new BadRequest(
                                "person must be one of "
                                        + Person.EVERYBODY.stream()
                                                .map(Person::id)
                                                .toList(),
                                null)),
                query.find("link").orElse(""),
                review(query),
                misbehaviour);
    }

    /** The course the address names, or the first one of the tenant it names by a deployment. */
    Course course(Parameters query) {
        Optional<String> deployment = query.find("deployment");
        String tenant = deployment.isEmpty()
                ? platform.registrations().get(0).tenant()
                : tools.ofDeployment(deployment.get())
                        .orElseThrow(() -> new BadRequest("no tool has the deployment " + deployment.get(), null))
                        .tenant();
        return query.find("course")
                .map(id -> courses.find(id).orElseThrow(() -> new BadRequest("there is no course " + id, null)))
                .orElseGet(() -> courses.firstOf(tenant));
    }

    Link link(Where where) {
        return where.course()
                .link(where.link())
                .orElseThrow(() -> new BadRequest(
                        "the course has no link \"" + where.link() + "\"; it has "
                                + where.course().links().stream().map(Link::id).toList() + " and \"" + Link.TWO + "\"",
                        null));
    }

    /** The links that the address opens side by side. */
    List<Link> opened(Where where) {
        if (where.link().isEmpty()) {
            return List.of();
        }
        if (where.link().equals(Link.TWO)) {
            List<Link> videos = where.course().links().stream()
                    .filter(Link::isVideo)
                    .limit(2)
                    .toList();
            return videos.size() == 1 ? List.of(videos.get(0), videos.get(0)) : videos;
        }
        return List.of(link(where));
    }

    Tool tool(Where where, Link link) {
        return tool(where.course(), link.clientId());
    }

    Tool tool(Course course, String clientId) {
        return tools.find(course.tenant(), clientId)
                .orElseThrow(() -> new BadRequest("this course has no tool with the client id " + clientId, null));
    }

    /** The tool of the configuration file. */
    Tool declared(Course course) {
        return tools.all().stream()
                .filter(tool -> tool.tenant().equals(course.tenant()))
                .findFirst()
                .orElseThrow();
    }

    /** The deployment that the address names, if it is one of the tool's, else the tool's first. */
    static String deployment(Where where, Tool tool) {
        return where.deployment()
                .filter(tool.deploymentIds()::contains)
                .orElse(tool.deploymentIds().get(0));
    }

    private static Optional<Person> review(Parameters query) {
        Optional<Person> student = person(query, "review");
        if (query.find("review").isPresent()
                && student.filter(Person::isStudent).isEmpty()) {
            throw new BadRequest("review must be a student", null);
        }
        return student;
    }

    private static Optional<Person> person(Parameters query, String name) {
        return query.find(name).flatMap(Person::find);
    }
}
