package org.lectern.playground.lms;

import static org.lectern.playground.web.Page.escape;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.deeplink.DeepLinkRequest;
import org.lectern.playground.lms.deeplink.Outcome;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Scripted;

/** The pages of a course: what is in it, adding to it, and what came of adding. */
final class CoursePages {
    private static final String SCRIPT = "lms.js";

    private final Switches switches;
    private final List<Tool> tools;
    private final String lrsUrl;

    /** The tools may send messages to these pages. */
    CoursePages(Switches switches, List<Tool> tools, String lrsUrl) {
        this.switches = switches;
        this.tools = tools;
        this.lrsUrl = lrsUrl;
    }

    /** The course with nothing, one tool or two tools open; where says what the address says. */
    String course(Where where, List<Link> open, Optional<Outcome> done) {
        StringBuilder links = new StringBuilder();
        for (Link link : where.course().links()) {
            String title = link.picture().map(CoursePages::picture).orElse("") + escape(link.title());
            links.append(card(where.plain().at(link.id()), title, link.id().equals(where.link())));
        }
        links.append(item(where.plain().at(Link.TWO), "Two players at once", Link.TWO.equals(where.link())));
        StringBuilder main = new StringBuilder();
        done.ifPresent(outcome -> main.append(notice(outcome)));
        for (int i = 0; i < open.size(); i++) {
            Link link = open.get(i);
            String title = where.review()
                    .map(student -> link.title() + ": work of " + student.title())
                    .orElse(link.title());
            main.append(tool(title, where.at(link.id()), i == 0 ? "" : Integer.toString(i + 1)));
            link.text()
                    .ifPresent(text -> main.append("<p>").append(escape(text)).append("</p>"));
        }
        if (open.isEmpty()) {
            main.append("<h1>")
                    .append(escape(where.course().title()))
                    .append("</h1><p>Choose a video beside this, or the gallery with all of them.</p>");
        }
        return page(where, links.toString(), main + messages() + misbehave(where));
    }

    /** A tool's library, to add from. */
    String library(Where where, Tool tool) {
        String address = where.page("library") + "&tool=" + tool.clientId();
        String start = where.page("start") + "&message=deep-linking&tool=" + tool.clientId();
        String main = frame("Add from " + tool.name(), address, start, "");
        return page(where, item(where.plain().at(""), "Back to the course", false), main + messages());
    }

    /** What the tool's frame shows when its answer came. */
    String result(String institution, Outcome outcome) {
        StringBuilder faults = new StringBuilder();
        outcome.faults()
                .forEach(fault -> faults.append("<li>").append(escape(fault)).append("</li>"));
        String back = back(institution, outcome);
        String words = outcome.faults().isEmpty()
                ? "<h1>" + escape(words(outcome)) + "</h1>"
                : "<h1>The LMS did not take the tool's answer</h1><p>Nothing was added. What is wrong:</p>"
                        + "<ul id=\"faults\" class=\"faults\">" + faults + "</ul>";
        String main = """
                <div id="deep-link-result" data-outcome="%s" data-added="%d">%s
                <p><a href="%s" target="_top">Back to the course</a></p></div>%s""".formatted(
                        outcome.word(),
                        outcome.added(),
                        words,
                        escape(back),
                        outcome.faults().isEmpty()
                                ? Scripted.data(
                                                "go-back",
                                                Json.createObjectBuilder()
                                                        .add("to", back)
                                                        .build())
                                        + Scripted.run(SCRIPT)
                                : "");
        return Page.of("Added from the video library", "<strong>Practice LMS</strong>", main);
    }

    /** What keeps the platform storage when the page itself does not. */
    String storageFrame(String institution) {
        return Page.of(
                "Platform storage",
                "<strong>Practice LMS</strong>",
                "<h1>Platform storage</h1>" + storage(institution, switches.get(Switch.STORAGE_TARGET)));
    }

    private static String back(String institution, Outcome outcome) {
        return outcome.request()
                .map(request -> "/" + institution + "/course?person="
                        + request.person().id() + "&course=" + request.course().id() + deployment(request)
                        + (outcome.faults().isEmpty() ? "&done=" + request.ticket() : ""))
                .orElse("/" + institution);
    }

    private static String deployment(DeepLinkRequest request) {
        return "&deployment=" + request.deployment();
    }

    private static String notice(Outcome outcome) {
        return "<p class=\"state\" id=\"added\" role=\"status\" data-added=\"%d\">%s%s</p>"
                .formatted(
                        outcome.added(),
                        escape(words(outcome)),
                        outcome.message()
                                .map(message -> " The tool says: " + escape(message))
                                .orElse(""));
    }

    private static String words(Outcome outcome) {
        return switch (outcome.added()) {
            case 0 -> "Nothing was added.";
            case 1 -> "One link was added.";
            default -> outcome.added() + " links were added.";
        };
    }

    private String page(Where where, String links, String content) {
        String institution = where.platform().path();
        String title = where.course().title();
        String main = """
                <div class="course"><nav aria-label="Course content"><h2 class="first">%s</h2><ul>%s</ul>%s</nav>
                <div>%s</div></div>%s%s%s""".formatted(
                        escape(title),
                        links,
                        teaching(where),
                        content,
                        beside(where.platform().issuer()),
                        storage(institution, "_parent"),
                        Scripted.run(SCRIPT));
        String header = LmsPages.crumbs(where.platform(), title)
                + LmsPages.statements(lrsUrl)
                + "<span>%s <a href=\"/%s\">Change</a></span>"
                        .formatted(escape(where.person().title()), escape(institution));
        return Page.of(title + " at " + where.platform().name(), header, main);
    }

    /** What only those who teach can do. */
    private String teaching(Where where) {
        if (!where.teaches()) {
            return "";
        }
        StringBuilder add = new StringBuilder();
        List<Tool> here = tools.stream()
                .filter(tool -> tool.tenant().equals(where.course().tenant()))
                .toList();
        for (int i = 0; i < here.size(); i++) {
            String id = i == 0
                    ? " id=\"add-from-library\""
                    : " data-tool=\"" + escape(here.get(i).clientId()) + "\"";
            String address = where.page("library")
                    + (i == 0 ? "" : "&tool=" + here.get(i).clientId());
            add.append("<a class=\"button\"%s href=\"%s\">Add from %s</a>"
                    .formatted(
                            id,
                            escape(address),
                            i == 0 ? "video library" : escape(here.get(i).name())));
        }
        return """
                <h2>For teachers</h2><div class="actions">%s
                <a class="button quiet" id="gradebook-link" href="%s">Gradebook</a>
                <form method="post" action="/%s/courses/copy"><input type="hidden" name="course" value="%s">
                <input type="hidden" name="person" value="%s"><button class="quiet" id="copy-course">Copy this course</button></form></div>""".formatted(
                        add,
                        escape(where.page("gradebook")),
                        escape(where.platform().path()),
                        escape(where.course().id()),
                        where.person().id());
    }

    private static String tool(String title, String address, String number) {
        return frame(title, address, address.replace("/course?", "/start?"), number);
    }

    private static String frame(String title, String address, String start, String number) {
        return """
                <div class="row"><h1>%s</h1><a class="push" href="%s" target="_blank" rel="opener">Open in a new window</a></div>
                <iframe class="tool" id="tool%s" title="%s" src="%s" allow="fullscreen *; autoplay *; encrypted-media *; camera *; microphone *; display-capture *" allowfullscreen></iframe>
                """.formatted(escape(title), escape(address + "&window=1"), number, escape(title), escape(start));
    }

    /** The frame that keeps the storage, when the page itself does not: on the issuer's host, which tools know. */
    private String beside(String issuer) {
        String target = switches.get(Switch.STORAGE_TARGET);
        boolean answered = switches.is(Switch.STORAGE, "on") || switches.is(Switch.STORAGE, "legacy");
        return !answered || target.equals("_parent")
                ? ""
                : "<iframe name=\"%s\" title=\"Platform storage\" src=\"%s/storage-frame\" hidden></iframe>"
                        .formatted(escape(target), escape(issuer));
    }

    private String storage(String institution, String here) {
        JsonObject data = Json.createObjectBuilder()
                .add("mode", switches.get(Switch.STORAGE))
                .add("target", switches.get(Switch.STORAGE_TARGET))
                .add("here", here)
                .add(
                        "origins",
                        Json.createArrayBuilder(
                                tools.stream().map(Tool::origin).distinct().toList()))
                .add("notes", "/" + institution + "/page-messages")
                .build();
        return Scripted.data("storage", data) + (here.equals("_parent") ? "" : Scripted.run(SCRIPT));
    }

    private static String messages() {
        return "<details class=\"misbehave\"><summary>Messages between the page and the tool</summary>"
                + "<ol id=\"page-messages\" class=\"small\"></ol></details>";
    }

    private static String item(String address, String title, boolean current) {
        return card(address, escape(title), current);
    }

    private static String card(String address, String html, boolean current) {
        return "<li><a class=\"card\" href=\"%s\"%s>%s</a></li>"
                .formatted(escape(address), current ? " aria-current=\"page\"" : "", html);
    }

    /** As most course pages have it: asked for by the browser, which sends nothing that tells who looks. */
    private static String picture(String address) {
        return "<img class=\"thumbnail\" src=\"%s\" alt=\"\" referrerpolicy=\"no-referrer\">"
                .formatted(escape(address));
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
                <input type="hidden" name="link" value="%s"><input type="hidden" name="course" value="%s">%s
                <label>What the LMS does wrong<select name="break">%s</select></label>
                <button>Launch</button></form>
                <p><a href="/%s/switches">Other ways to be difficult</a></p></details>""".formatted(
                        where.misbehaviour() == Misbehaviour.NONE ? "" : " open",
                        escape(where.platform().path()),
                        where.person().id(),
                        escape(where.link().isEmpty() ? Link.GALLERY : where.link()),
                        escape(where.course().id()),
                        where.deployment()
                                .map(one -> "<input type=\"hidden\" name=\"deployment\" value=\"" + escape(one) + "\">")
                                .orElse(""),
                        options,
                        escape(where.platform().path()));
    }
}
