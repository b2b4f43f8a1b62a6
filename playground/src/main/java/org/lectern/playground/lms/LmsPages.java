package org.lectern.playground.lms;

import static org.lectern.playground.web.Page.escape;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.web.Page;

/** The pages of the practice LMS outside courses, and what all its pages share. */
final class LmsPages {
    private LmsPages() {}

    static String home(List<Platform> platforms, String lrsUrl) {
        StringBuilder cards = new StringBuilder();
        platforms.forEach(platform -> cards.append("<li><a class=\"card\" href=\"/")
                .append(escape(platform.path()))
                .append("\"><strong>")
                .append(escape(platform.name()))
                .append("</strong><span class=\"soft\">")
                .append(Courses.TITLE)
                .append(platform.registrations().size() > 1 ? ", one LMS for both" : "")
                .append("</span></a></li>"));
        String main = platforms.isEmpty()
                ? "<h1>No institution here</h1><p>No tenant of the configuration file has a platform whose issuer"
                        + " begins with this address.</p>"
                : "<h1>Practice LMS</h1><p>Choose an institution, then a person. Everything here is made up, and"
                        + " nothing is kept.</p><ul class=\"cards\">" + cards + "</ul>";
        return Page.of("Practice LMS", "<strong>Practice LMS</strong>" + statements(lrsUrl), main);
    }

    static String people(Platform platform, List<Course> courses, List<Tool> tools) {
        StringBuilder entrances = new StringBuilder();
        for (Course course : courses) {
            entrances.append(entrance(platform, course, courses, tools));
        }
        String main = """
                <h1>Who are you today?</h1>
                %s
                <h2>Platform</h2>
                <div class="split"><div><table>
                <tr><th scope="row">Issuer</th><td><code>%s</code></td></tr>
                %s
                <tr><th scope="row">Key set</th><td><a href="/%s/jwks"><code>%s/jwks</code></a></td></tr>
                <tr><th scope="row">Authorization</th><td><code>%s/auth</code></td></tr>
                <tr><th scope="row">Access tokens</th><td><code>%s/token</code></td></tr>
                </table></div>
                <form method="post" action="/%s/keys/rotate">
                <label>When the signing key changes
                <select name="overlap"><option value="yes">keep the old key in the set</option>
                <option value="no">drop the old key at once</option></select></label>
                <button class="quiet">Change the signing key</button></form></div>""".formatted(
                        entrances,
                        escape(platform.issuer()),
                        registrations(tools),
                        escape(platform.path()),
                        escape(platform.issuer()),
                        escape(platform.issuer()),
                        escape(platform.issuer()),
                        escape(platform.path()));
        return Page.of(platform.name(), crumbs(platform, "") + backstage(platform), main);
    }

    /** A page that posts a form by itself. */
    static String post(String title, String action, Map<String, String> fields) {
        StringBuilder inputs = new StringBuilder();
        fields.forEach((name, value) -> inputs.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escape(name), escape(value))));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title><link rel="icon" href="data:,">
                <meta name="color-scheme" content="light dark"></head>
                <body><form id="go" method="post" action="%s">%s<noscript><button>Continue</button></noscript></form>
                <script>document.getElementById('go').submit();</script></body></html>
                """.formatted(escape(title), escape(action), inputs);
    }

    static String refusal(Platform platform, String message) {
        String main = """
                <h1>The LMS refused this request</h1><p class="notice">%s</p>
                <p>The video tool was not told. <a href="/%s">Start again</a></p>""".formatted(escape(message), escape(platform.path()));
        return Page.of("Invalid request", crumbs(platform, ""), main);
    }

    static String statements(String lrsUrl) {
        return "<a href=\"%s/\" target=\"_blank\">See the statements arrive</a>".formatted(escape(lrsUrl));
    }

    static String crumbs(Platform platform, String place) {
        String path = escape(platform.path());
        String name = escape(platform.name());
        String here = place.isEmpty()
                ? "<strong>" + name + "</strong>"
                : "<a href=\"/" + path + "\">" + name + "</a> <span aria-hidden=\"true\">›</span> <strong>"
                        + escape(place) + "</strong>";
        return "<nav aria-label=\"Where you are\"><a href=\"/\">Practice LMS</a> <span aria-hidden=\"true\">›</span> "
                + here + "</nav>";
    }

    /** Links to the pages for administrators and tool makers. */
    static String backstage(Platform platform) {
        return """
                <nav aria-label="Behind the scenes"><a href="/%1$s/admin">External tools</a>
                <a href="/%1$s/switches">Switches</a> <a href="/%1$s/log">What the tool asked</a></nav>""".formatted(escape(platform.path()));
    }

    private static String entrance(Platform platform, Course course, List<Course> courses, List<Tool> tools) {
        String at = "/" + escape(platform.path()) + "/course?" + place(platform, course, tools);
        StringBuilder cards = new StringBuilder();
        for (Person person : Person.ALL) {
            cards.append(
                    "<li><a class=\"card\" href=\"%s&amp;person=%s\"><strong>%s</strong><span class=\"soft\">%s</span></a></li>"
                            .formatted(at, person.id(), escape(person.title()), escape(person.remark())));
        }
        String name = courses.size() == 1
                ? "<p>You enter the course " + Courses.TITLE + " as this person.</p>"
                : "<h2>" + escape(course.title()) + tenantName(platform, course) + "</h2>";
        return name + "<ul class=\"cards\">" + cards + "</ul>" + others(platform, course, tools);
    }

    private static String others(Platform platform, Course course, List<Tool> tools) {
        StringBuilder options = new StringBuilder();
        Person.EVERYBODY.stream()
                .filter(Predicate.not(Person.ALL::contains))
                .forEach(person -> options.append(
                        "<option value=\"%s\">%s</option>".formatted(person.id(), escape(person.title()))));
        StringBuilder fields = new StringBuilder();
        for (String pair : place(platform, course, tools).split("&amp;")) {
            if (pair.contains("=")) {
                fields.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(pair.split("=")[0], pair.split("=")[1]));
            }
        }
        return """
                <form class="row" method="get" action="/%s/course">%s
                <label>One of the other students<select name="person">%s</select></label>
                <button class="quiet">Enter</button></form>""".formatted(escape(platform.path()), fields, options);
    }

    private static String place(Platform platform, Course course, List<Tool> tools) {
        StringBuilder place = new StringBuilder();
        if (!course.id().equals("2")) {
            place.append("course=").append(escape(course.id()));
        }
        if (platform.registrations().size() > 1) {
            tools.stream()
                    .filter(tool -> tool.tenant().equals(course.tenant()))
                    .findFirst()
                    .ifPresent(tool -> place.append(place.isEmpty() ? "" : "&amp;")
                            .append("deployment=")
                            .append(escape(tool.deploymentIds().get(0))));
        }
        return place.toString();
    }

    private static String tenantName(Platform platform, Course course) {
        return platform.registrations().size() == 1
                ? ""
                : platform.registrations().stream()
                        .filter(registration -> registration.tenant().equals(course.tenant()))
                        .map(registration -> " at " + escape(registration.tenantName()))
                        .findFirst()
                        .orElse("");
    }

    private static String registrations(List<Tool> tools) {
        StringBuilder rows = new StringBuilder();
        for (Tool tool : tools) {
            rows.append("<tr><th scope=\"row\">Client id</th><td><code>%s</code></td></tr>"
                    .formatted(escape(tool.clientId())));
            rows.append("<tr><th scope=\"row\">Deployment</th><td><code>%s</code></td></tr>"
                    .formatted(escape(String.join(", ", tool.deploymentIds()))));
        }
        return rows.toString();
    }
}
