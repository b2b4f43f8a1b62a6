package org.lectern.playground.lms;

import static org.lectern.playground.web.Page.escape;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.institution.Registration;
import org.lectern.playground.web.Page;

/** The HTML of the practice LMS. */
final class LmsPages {
    static final String COURSE = "Biology 101";
    /** The page with two players at once; no medium of a tenant should have this id. */
    static final String TWO = "two";

    private LmsPages() {}

    static String home(List<Platform> platforms, String lrsUrl) {
        StringBuilder cards = new StringBuilder();
        platforms.forEach(platform -> cards.append("<li><a class=\"card\" href=\"/")
                .append(escape(platform.path()))
                .append("\"><strong>")
                .append(escape(platform.name()))
                .append("</strong><span class=\"soft\">")
                .append(COURSE)
                .append("</span></a></li>"));
        String main = platforms.isEmpty()
                ? "<h1>No institution here</h1><p>No tenant of the configuration file has a platform whose issuer"
                        + " begins with this address.</p>"
                : "<h1>Practice LMS</h1><p>Choose an institution, then a person. Everything here is made up, and"
                        + " nothing is kept.</p><ul class=\"cards\">" + cards + "</ul>";
        return Page.of("Practice LMS", "<strong>Practice LMS</strong>" + statements(lrsUrl), main);
    }

    static String people(Platform platform) {
        StringBuilder cards = new StringBuilder();
        for (Person person : Person.ALL) {
            cards.append(
                    "<li><a class=\"card\" href=\"/%s/course?person=%s\"><strong>%s</strong><span class=\"soft\">%s</span></a></li>"
                            .formatted(
                                    escape(platform.path()),
                                    person.id(),
                                    escape(person.title()),
                                    escape(person.remark())));
        }
        String main = """
                <h1>Who are you today?</h1>
                <p>You enter the course %s as this person.</p>
                <ul class="cards">%s</ul>
                <h2>Platform</h2>
                <div class="split"><div><table>
                <tr><th scope="row">Issuer</th><td><code>%s</code></td></tr>
                %s
                <tr><th scope="row">Key set</th><td><a href="/%s/jwks"><code>%s/jwks</code></a></td></tr>
                <tr><th scope="row">What happened</th><td><a href="/%s/launches.json"><code>launches.json</code></a></td></tr>
                </table></div>
                <form method="post" action="/%s/keys/rotate">
                <label>When the signing key changes
                <select name="overlap"><option value="yes">keep the old key in the set</option>
                <option value="no">drop the old key at once</option></select></label>
                <button class="quiet">Change the signing key</button></form></div>""".formatted(
                        COURSE,
                        cards,
                        escape(platform.issuer()),
                        registrations(platform),
                        escape(platform.path()),
                        escape(platform.issuer()),
                        escape(platform.path()),
                        escape(platform.path()));
        return Page.of(platform.name(), crumbs(platform, ""), main);
    }

    /** The course with nothing, one tool or two tools open; where says what the address says. */
    static String course(Where where, List<Link> open, String lrsUrl) {
        StringBuilder links = new StringBuilder();
        for (Link link : where.links()) {
            links.append(item(where.at(link.id()), link.title(), link.id().equals(where.link())));
        }
        links.append(item(where.at(TWO), "Two players at once", TWO.equals(where.link())));
        StringBuilder tools = new StringBuilder();
        for (int i = 0; i < open.size(); i++) {
            Link link = open.get(i);
            tools.append("""
                    <div class="row"><h1>%s</h1><a class="push" href="%s" target="_blank" rel="opener">Open in a new window</a></div>
                    <iframe class="tool" id="tool%s" title="%s" src="%s" allow="fullscreen; autoplay; encrypted-media" allowfullscreen></iframe>
                    """.formatted(
                            escape(link.title()),
                            escape(where.at(link.id()) + "&window=1"),
                            i == 0 ? "" : Integer.toString(i + 1),
                            escape(link.title()),
                            escape(where.at(link.id()).replace("/course?", "/start?"))));
        }
        if (open.isEmpty()) {
            tools.append("<h1>")
                    .append(COURSE)
                    .append("</h1><p>Choose a video beside this, or the gallery with all of them.</p>");
        }
        String main = """
                <div class="course"><nav aria-label="Course content"><h2 style="margin-top:0">%s</h2><ul>%s</ul></nav>
                <div>%s%s</div></div>""".formatted(COURSE, links, tools, misbehave(where));
        String header = crumbs(where.platform(), COURSE)
                + statements(lrsUrl)
                + "<span>%s <a href=\"/%s\">Change</a></span>"
                        .formatted(
                                escape(where.person().title()),
                                escape(where.platform().path()));
        return Page.of(COURSE + " at " + where.platform().name(), header, main);
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

    private static String statements(String lrsUrl) {
        return "<a href=\"%s/\" target=\"_blank\">See the statements arrive</a>".formatted(escape(lrsUrl));
    }

    private static String registrations(Platform platform) {
        StringBuilder rows = new StringBuilder();
        for (Registration registration : platform.registrations()) {
            rows.append("<tr><th scope=\"row\">Client id</th><td><code>%s</code></td></tr>"
                    .formatted(escape(registration.clientId())));
            rows.append("<tr><th scope=\"row\">Deployment</th><td><code>%s</code></td></tr>"
                    .formatted(escape(String.join(", ", registration.deploymentIds()))));
        }
        return rows.toString();
    }

    private static String item(String address, String title, boolean current) {
        return "<li><a class=\"card\" href=\"%s\"%s>%s</a></li>"
                .formatted(escape(address), current ? " aria-current=\"page\"" : "", escape(title));
    }

    private static String crumbs(Platform platform, String place) {
        String path = escape(platform.path());
        String name = escape(platform.name());
        String here = place.isEmpty()
                ? "<strong>" + name + "</strong>"
                : "<a href=\"/" + path + "\">" + name + "</a> <span aria-hidden=\"true\">›</span> <strong>"
                        + escape(place) + "</strong>";
        return "<nav aria-label=\"Where you are\"><a href=\"/\">Practice LMS</a> <span aria-hidden=\"true\">›</span> "
                + here + "</nav>";
    }

    private static String misbehave(Where where) {
        StringBuilder options = new StringBuilder();
        for (Misbehaviour one : Misbehaviour.values()) {
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(one.id(), one == where.misbehaviour() ? " selected" : "", escape(one.title())));
        }
        return """
                <details class="misbehave"%s><summary>Get the launch wrong on purpose</summary>
                <form method="get" action="/%s/course"><input type="hidden" name="person" value="%s">
                <input type="hidden" name="link" value="%s"><input type="hidden" name="deployment" value="%s">
                <label>What the LMS does wrong<select name="break">%s</select></label>
                <button>Launch</button></form></details>""".formatted(
                        where.misbehaviour() == Misbehaviour.NONE ? "" : " open",
                        escape(where.platform().path()),
                        where.person().id(),
                        escape(where.link().isEmpty() ? Link.GALLERY : where.link()),
                        escape(where.deployment()),
                        options);
    }

    /** Where in the LMS somebody is: what the parameters of a course address say. */
    record Where(
            Platform platform,
            Registration registration,
            String deployment,
            Person person,
            String link,
            Misbehaviour misbehaviour) {
        List<Link> links() {
            return Link.of(registration);
        }

        /** The address of another link of the same course, for the same person. */
        String at(String otherLink) {
            String first = platform.registrations().get(0).deploymentIds().get(0);
            return "/" + platform.path() + "/course?person=" + person.id() + "&link=" + encoded(otherLink)
                    + (deployment.equals(first) ? "" : "&deployment=" + encoded(deployment))
                    + (misbehaviour == Misbehaviour.NONE ? "" : "&break=" + misbehaviour.id());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
