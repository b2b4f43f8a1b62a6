package org.lectern.playground.lms.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.check.ToolLog;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.LineItem;
import org.lectern.playground.lms.course.Scopes;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.lms.service.AccessTokens.Grant;
import org.lectern.playground.lms.signature.ToolSignatures;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Request;

/** The services of one institution's LMS. Every request goes into the log. Safe for many threads. */
public final class Services {
    private static final String BEARER = "Bearer ";

    private final Platform platform;
    private final Courses courses;
    private final Tools tools;
    private final Switches switches;
    private final ToolLog log;
    private final ToolSignatures signatures;
    private final Clock clock;
    private final AccessTokens tokens;
    private final TokenEndpoint tokenEndpoint;

    /** What the services of an LMS work on. */
    public record Ground(Platform platform, Courses courses, Tools tools, Switches switches, ToolLog log) {}

    public Services(Ground ground, ToolSignatures signatures, Clock clock, SecureRandom random) {
        this.platform = ground.platform();
        this.courses = ground.courses();
        this.tools = ground.tools();
        this.switches = ground.switches();
        this.log = ground.log();
        this.signatures = signatures;
        this.clock = clock;
        this.tokens = new AccessTokens(clock, random);
        this.tokenEndpoint =
                new TokenEndpoint(platform.issuer() + "/token", tools, signatures, tokens, switches, clock);
    }

    /** Access tokens given out so far open nothing any more. */
    public void reset() {
        tokens.clear();
    }

    public String base(Course course) {
        return platform.issuer() + "/services/" + course.id();
    }

    public Answer token(Request request) {
        String tool = TokenEndpoint.named(request, signatures);
        try {
            FailuresAsAsked.ofToken(switches);
            Answer answer = tokenEndpoint.give(request);
            log.add(tool, "token", answer.status(), List.of());
            return answer;
        } catch (ServiceRefused e) {
            log.add(tool, "token", e.status(), e.faults());
            JsonObject body = Json.createObjectBuilder()
                    .add("error", e.error())
                    .add("error_description", String.join(" ", e.faults()))
                    .build();
            return special(e).orElseGet(() -> Answer.json(e.status(), body));
        }
    }

    /** Answers what lies under {@code services/}; path is what follows. */
    public Answer handle(Request request, List<String> path) {
        String what = what(path);
        String tool = bearer(request).map(Grant::clientId).orElse("unknown");
        try {
            Answer answer = serve(request, path, what);
            log.add(tool, what, answer.status(), List.of());
            return answer;
        } catch (ServiceRefused e) {
            log.add(tool, what, e.status(), e.faults());
            return special(e).orElseGet(() -> refused(e));
        }
    }

    private Answer serve(Request request, List<String> path, String what) {
        Grant grant = bearer(request)
                .orElseThrow(() -> ServiceRefused.of(
                        401, "unauthorized", "The access token is missing, unknown or too old. Ask for a new one."));
        Course course = courses.find(path.isEmpty() ? "" : path.get(0))
                .orElseThrow(() -> ServiceRefused.of(404, "not_found", "There is no such course."));
        Tool tool = tools.find(course.tenant(), grant.clientId())
                .orElseThrow(() -> ServiceRefused.of(403, "forbidden", "The tool is not in this course."));
        if (switches.is(Switch.SERVICES, "off")) {
            throw ServiceRefused.of(403, "forbidden", "This LMS was asked to offer no services.");
        }
        Asked asked = new Asked(request, tool, course, base(course));
        if (what.equals("members")) {
            return members(asked, grant);
        }
        if (what.equals("unknown")) {
            throw ServiceRefused.of(404, "not_found", "There is no such service.");
        }
        typeFits(asked);
        if (what.equals("line items")) {
            return lineItems(asked, grant);
        }
        LineItem item = item(asked, path);
        return switch (what) {
            case "line item" -> lineItem(asked, grant, item);
            case "score" -> {
                method(request, "POST");
                may(grant, Scopes.SCORE);
                yield Scores.take(asked, item, switches, clock);
            }
            default -> {
                method(request, "GET");
                may(grant, Scopes.RESULT_READONLY);
                yield Scores.results(asked, item);
            }
        };
    }

    private Answer members(Asked asked, Grant grant) {
        method(asked.request(), "GET");
        may(grant, Scopes.MEMBERSHIP);
        return Members.list(asked, platform.path(), switches);
    }

    private static Answer lineItems(Asked asked, Grant grant) {
        if (asked.request().isPost()) {
            may(grant, Scopes.LINE_ITEM);
            return LineItems.make(asked);
        }
        method(asked.request(), "GET", "POST");
        may(grant, Scopes.LINE_ITEM, Scopes.LINE_ITEM_READONLY);
        return LineItems.list(asked);
    }

    private static Answer lineItem(Asked asked, Grant grant, LineItem item) {
        method(asked.request(), "GET", "PUT", "DELETE");
        if (asked.request().isGet()) {
            may(grant, Scopes.LINE_ITEM, Scopes.LINE_ITEM_READONLY);
            return LineItems.show(asked, item);
        }
        may(grant, Scopes.LINE_ITEM);
        return asked.request().method().equals("PUT") ? LineItems.change(asked, item) : LineItems.remove(asked, item);
    }

    private static LineItem item(Asked asked, List<String> path) {
        return asked.course()
                .gradebook()
                .find(path.get(2))
                .filter(found -> found.clientId().equals(asked.tool().clientId()))
                .orElseThrow(
                        () -> ServiceRefused.of(404, "not_found", "This tool has no such line item in this course."));
    }

    /** The addresses have a query as Moodle's have; a tool that appends a path to it is told so. */
    private static void typeFits(Asked asked) {
        Optional<String> type = asked.request().query().find("type_id");
        if (type.filter(found -> !found.equals(String.valueOf(asked.tool().number())))
                .isPresent()) {
            throw ServiceRefused.of(
                    400,
                    "bad_request",
                    type.get().contains("/")
                            ? "The address has a query: insert /scores or /results before the question mark, not at"
                                    + " the end."
                            : "type_id must be left as the LMS gave it.");
        }
    }

    private Optional<Grant> bearer(Request request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> tokens.find(value.substring(BEARER.length())));
    }

    private static void may(Grant grant, String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(grant.scopes()::contains)) {
            throw ServiceRefused.of(
                    403, "insufficient_scope", "The access token lacks the scope " + String.join(" or ", anyOf) + ".");
        }
    }

    private static void method(Request request, String... allowed) {
        boolean fits = Arrays.asList(allowed).contains(request.isGet() ? "GET" : request.method());
        if (!fits) {
            throw ServiceRefused.of(
                    405,
                    "method_not_allowed",
                    request.method() + " is not possible here, only " + String.join(", ", allowed) + ".");
        }
    }

    private static String what(List<String> path) {
        String place = path.size() < 2 ? "" : path.get(1) + (path.size() > 2 ? "/*" : "");
        String rest = path.size() > 3 ? String.join("/", path.subList(3, path.size())) : "";
        return switch (place + (rest.isEmpty() ? "" : "/" + rest)) {
            case "memberships" -> "members";
            case "lineitems" -> "line items";
            case "lineitems/*/lineitem" -> "line item";
            case "lineitems/*/lineitem/scores" -> "score";
            case "lineitems/*/lineitem/results" -> "results";
            default -> "unknown";
        };
    }

    private static Optional<Answer> special(ServiceRefused e) {
        return switch (e.error()) {
            case FailuresAsAsked.HANG_UP -> Optional.of(Answer.HANG_UP);
            case FailuresAsAsked.WEB_PAGE ->
                Optional.of(Answer.html(
                        e.status(), Page.of("Error", "<strong>LMS</strong>", "<h1>Something went wrong</h1>")));
            default -> Optional.empty();
        };
    }

    private static Answer refused(ServiceRefused e) {
        Answer answer = Answer.json(
                e.status(),
                Json.createObjectBuilder()
                        .add("status", e.status())
                        .add("error", e.error())
                        .add("faults", Json.createArrayBuilder(e.faults()))
                        .build());
        return switch (e.status()) {
            case 401 -> answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case 429, 503 -> answer.with("Retry-After", "5");
            default -> answer;
        };
    }
}
