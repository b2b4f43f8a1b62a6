package org.lectern.playground.lms;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.check.ToolLog;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.lms.deeplink.DeepLinking;
import org.lectern.playground.lms.deeplink.Outcome;
import org.lectern.playground.lms.registration.DynamicRegistration;
import org.lectern.playground.lms.service.Services;
import org.lectern.playground.lms.signature.ToolSignatures;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** One institution's LMS: its pages and endpoints by address. Safe for many threads. */
final class PracticePlatform {
    private final Platform platform;
    private final String lrsUrl;
    private final Courses courses;
    private final Tools tools;
    private final Switches switches = new Switches();
    private final ToolLog log;
    private final KeyRing keys;
    private final Visits visits;
    private final Services services;
    private final DeepLinking deepLinking;
    private final DynamicRegistration registration;
    private final ToolsDesk desk;
    private final Launching launching;

    /** Tool and lrsUrl are the base addresses of the gateway and the practice LRSs, without a slash at the end. */
    PracticePlatform(Platform platform, String tool, String lrsUrl, Clock clock, SecureRandom random) {
        this.platform = platform;
        this.lrsUrl = lrsUrl;
        this.courses = new Courses(platform.registrations());
        this.tools = new Tools(platform.registrations(), tool);
        this.log = new ToolLog(clock);
        this.keys = new KeyRing(random);
        this.visits = new Visits(platform, courses, tools);
        ToolSignatures signatures = new ToolSignatures();
        this.services =
                new Services(new Services.Ground(platform, courses, tools, switches, log), signatures, clock, random);
        this.deepLinking = new DeepLinking(platform.issuer(), courses, switches, signatures, clock, random);
        this.registration = new DynamicRegistration(platform, tools, switches, log, clock, random);
        this.desk = new ToolsDesk(platform, tools, switches, registration);
        this.launching = new Launching(platform, tools, switches, deepLinking, keys, clock, random);
    }

    Platform platform() {
        return platform;
    }

    /** Answers what lies under {@code /NAME}; path is what follows. */
    Answer handle(Request request, List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0);
        if (first.equals("services")) {
            return services.handle(request, path.subList(1, path.size()));
        }
        if (first.equals("register") && path.size() == 2) {
            return registration.client(request, path.get(1));
        }
        String what = String.join("/", path);
        return request.isGet() ? read(request, what) : request.isPost() ? change(request, what) : nothing();
    }

    private Answer read(Request request, String what) {
        Parameters query = request.query();
        if (SchoolHost.elsewhere(request, what, platform.issuer(), switches)) {
            String base =
                    SchoolHost.base(platform.issuer(), visits.course(query).tenant(), switches);
            return Answer.seeOther(base + "/" + what + "?" + SchoolHost.query(query));
        }
        return switch (what) {
            case "" -> Answer.html(200, LmsPages.people(platform, courses.all(), tools.all()));
            case "course" -> course(query);
            case "library" -> library(query);
            case "start" -> start(query);
            case "storage-frame" -> Answer.html(200, pages().storageFrame(platform.path()));
            case "gradebook" -> gradebook(query);
            case "gradebook.json" -> {
                Course course = visits.course(query);
                yield Answer.json(200, course.gradebook().json(course.id()));
            }
            case "courses.json" -> Answer.json(200, courses.json());
            case "admin" -> Answer.html(200, AdminPages.tools(platform, tools.all()));
            case "tools.json" -> Answer.json(200, tools.json());
            case "registration" -> desk.page(query);
            case "switches" -> Answer.html(200, AdminPages.switches(platform, switches));
            case "switches.json" -> Answer.json(200, switches.json());
            case "log" -> Answer.html(200, AdminPages.log(platform, log));
            case "log.json" -> Answer.json(200, log.json(after(query)));
            case "launches.json" -> Answer.json(200, launching.log().json());
            case "auth" -> launching.authorize(query);
            case "jwks" -> Answer.of(200, "application/json", keys.publicKeys().toString());
            case ".well-known/openid-configuration" -> registration.configuration(request);
            default -> nothing();
        };
    }

    private Answer change(Request request, String what) {
        return switch (what) {
            case "auth" -> launching.authorize(request.form());
            case "token" -> services.token(request);
            case "deep-link-return" -> deepLinked(request);
            case "register" -> registration.register(request);
            case "keys/rotate" -> rotate(request);
            case "courses/copy" -> copy(request);
            case "tools" -> desk.invite(request);
            case "tools/custom" -> desk.custom(request);
            case "switches" -> {
                switches.change(request.form());
                yield ToolsDesk.done(platform, request, "switches", switches.json());
            }
            case "page-messages" -> {
                Parameters form = request.form();
                List<String> faults = form.find("fault").stream().toList();
                log.add("page", "page message", 0, form.find("text").orElse(""), faults);
                yield Answer.empty(204);
            }
            case "reset" -> {
                reset();
                yield ToolsDesk.done(platform, request, "", switches.json());
            }
            default -> nothing();
        };
    }

    private void reset() {
        courses.reset();
        tools.reset();
        switches.reset();
        services.reset();
        registration.reset();
        log.clear();
    }

    private CoursePages pages() {
        return new CoursePages(switches, tools.all(), lrsUrl);
    }

    private Answer course(Parameters query) {
        Where where = visits.where(query);
        if (query.find("window").isPresent()) {
            return start(query);
        }
        Optional<Outcome> done = query.find("done").flatMap(deepLinking::done);
        return Answer.html(200, pages().course(where, visits.opened(where), done));
    }

    private Answer library(Parameters query) {
        Where where = visits.where(query);
        Tool tool = asked(query, where);
        return query.find("window").isPresent()
                ? launching.library(where, tool, true)
                : Answer.html(200, pages().library(where, tool));
    }

    private Answer start(Parameters query) {
        Where where = visits.where(query);
        boolean window = query.find("window").isPresent();
        if (query.find("message").filter("deep-linking"::equals).isPresent()) {
            return launching.library(where, asked(query, where), window);
        }
        Link link = visits.link(where);
        return launching.link(where, link, visits.tool(where, link), window);
    }

    private Tool asked(Parameters query, Where where) {
        return query.find("tool")
                .map(id -> visits.tool(where.course(), id))
                .orElseGet(() -> visits.declared(where.course()));
    }

    private Answer gradebook(Parameters query) {
        Map<String, List<String>> asTeacher = new LinkedHashMap<>(query.values());
        asTeacher.putIfAbsent("person", List.of("teacher"));
        Where where = visits.where(new Parameters(asTeacher));
        return query.find("fragment").isPresent()
                ? Answer.html(200, GradebookPage.table(where))
                : Answer.html(200, GradebookPage.page(where));
    }

    private Answer deepLinked(Request request) {
        Outcome outcome = deepLinking.answer(
                request.query().find("ticket").orElse(""), request.form().find("JWT"));
        String tool = outcome.request().map(asked -> asked.tool().clientId()).orElse("unknown");
        int status = outcome.faults().isEmpty() ? 200 : 400;
        log.add(tool, "deep linking", status, outcome.faults());
        return Answer.html(status, pages().result(platform.path(), outcome));
    }

    private Answer copy(Request request) {
        Parameters form = request.form();
        Course course = courses.copy(visits.course(form));
        JsonObjectBuilder told = Json.createObjectBuilder().add("course", course.id());
        String page = "course?person=" + form.find("person").orElse("teacher") + "&course=" + course.id();
        return ToolsDesk.done(platform, request, page, told.build());
    }

    private Answer rotate(Request request) {
        boolean overlap = !request.form().find("overlap").orElse("yes").equals("no");
        String kid = keys.rotate(overlap).getKeyID();
        JsonObjectBuilder told = Json.createObjectBuilder().add("kid", kid).add("overlap", overlap);
        return ToolsDesk.done(platform, request, "", told.build());
    }

    private static long after(Parameters query) {
        String text = query.find("after").orElse("0");
        if (!text.matches("\\d{1,18}")) {
            throw new BadRequest("after must be a number", null);
        }
        return Long.parseLong(text);
    }

    private static Answer nothing() {
        return Answer.text(404, "There is no such page in the practice LMS.");
    }
}
