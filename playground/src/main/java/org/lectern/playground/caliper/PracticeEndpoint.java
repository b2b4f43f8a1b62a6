package org.lectern.playground.caliper;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Request;

/** One practice endpoint: Caliper at {@code /NAME/caliper}, its live list and its switches below it. Safe for many threads. */
final class PracticeEndpoint {
    private static final int KILOBYTE = 1000;

    private final LrsAccount account;
    private final Kept kept = new Kept();
    private volatile Behaviour behaviour = Behaviour.WELL;

    /**
     * How it answers.
     *
     * @param status of the next answers; 200 for what Caliper demands
     * @param kilobytes that it takes in one envelope
     * @param times how many answers until it behaves well again; 0 for all
     */
    private record Behaviour(int status, int kilobytes, int times) {
        static final Behaviour WELL = new Behaviour(200, 512, 0);

        Behaviour spent() {
            return times == 1
                    ? new Behaviour(200, kilobytes, 0)
                    : new Behaviour(status, kilobytes, Math.max(0, times - 1));
        }

        JsonObject json() {
            return Json.createObjectBuilder()
                    .add("status", status)
                    .add("kilobytes", kilobytes)
                    .add("times", times)
                    .build();
        }
    }

    PracticeEndpoint(LrsAccount account) {
        this.account = account;
    }

    LrsAccount account() {
        return account;
    }

    long total() {
        return kept.total();
    }

    /** Answers what lies at {@code /NAME/caliper}; path is what follows. */
    Answer handle(Request request, List<String> path) {
        if (path.isEmpty()) {
            return caliper(request);
        }
        String what = request.method() + " " + String.join("/", path);
        return switch (what.replaceFirst("^HEAD", "GET")) {
            case "GET live" -> Answer.html(200, EventsPage.of(account));
            case "GET events.json" -> Answer.json(200, kept.after(number(request, "after")));
            case "GET mode" -> Answer.json(200, behaviour.json());
            case "POST mode" -> behave(request);
            case "POST reset" -> reset(request);
            default -> Answer.text(404, "There is no such page.");
        };
    }

    private Answer caliper(Request request) {
        try {
            if (!request.isGet() && !request.isPost()) {
                throw new Refused(405, "A Caliper endpoint knows GET and POST.");
            }
            authorise(request);
            return request.isGet() ? Answer.json(200, configuration()) : take(request);
        } catch (Refused e) {
            Answer refusal = Answer.of(e.status(), "application/problem+json", problem(e));
            return e.status() == 401 ? refusal.with("WWW-Authenticate", "Bearer realm=\"practice endpoint\"") : refusal;
        }
    }

    private synchronized Answer take(Request request) {
        Behaviour now = behaviour;
        behaviour = now.spent();
        if (now.status() != 200) {
            throw new Refused(now.status(), "The practice endpoint was told to say so.");
        } else if (!request.mediaType().equals("application/json")) {
            throw new Refused(415, "The content type must be application/json.");
        } else if (request.body().length > now.kilobytes() * KILOBYTE) {
            throw new Refused(413, "At most " + now.kilobytes() + " kilobytes at once; GET says so, too.");
        }
        kept.keep(Envelopes.events(request.bodyText()));
        return Answer.empty(200);
    }

    private void authorise(Request request) {
        String sent = request.header("authorization")
                .orElseThrow(() -> new Refused(401, "The request has no Authorization header."));
        if (account.credentials().stream().noneMatch(known -> same(known.header(), sent))) {
            throw new Refused(401, "The endpoint does not know this bearer token.");
        }
    }

    private JsonObject configuration() {
        return Json.createObjectBuilder()
                .add("caliperMaximumPayloadSize", behaviour.kilobytes())
                .add("caliperSupportedVersions", Json.createArrayBuilder().add(Envelopes.VERSION))
                .add(
                        "caliperSupportedExtensions",
                        Json.createObjectBuilder().add("endpointName", account.name() + ": practice endpoint"))
                .build();
    }

    private Answer behave(Request request) {
        int kilobytes = (int) number(request.form().find("kilobytes"), "kilobytes", Behaviour.WELL.kilobytes());
        int status = (int) number(request.form().find("status"), "status", 200);
        if (kilobytes < 1 || kilobytes > 100_000 || status != 200 && (status < 300 || status > 599)) {
            throw new BadRequest("status may be 200 or 300 to 599, kilobytes 1 to 100000", null);
        }
        behaviour = new Behaviour(status, kilobytes, (int) number(request.form().find("times"), "times", 0));
        return done(request);
    }

    private Answer reset(Request request) {
        behaviour = Behaviour.WELL;
        kept.forget();
        return done(request);
    }

    private Answer done(Request request) {
        boolean byPage = request.header("accept").orElse("").contains("text/html");
        return byPage ? Answer.seeOther("/" + account.path() + "/caliper/live") : Answer.json(200, behaviour.json());
    }

    private static long number(Request request, String name) {
        return number(request.query().find(name), name, 0);
    }

    private static long number(Optional<String> given, String name, long other) {
        String text = given.filter(found -> !found.isBlank()).orElse(Long.toString(other));
        if (!text.matches("\\d{1,9}")) {
            throw new BadRequest(name + " must be a whole number, found " + text, null);
        }
        return Long.parseLong(text);
    }

    private static String problem(Refused refused) {
        return Json.createObjectBuilder()
                .add("status", refused.status())
                .add("detail", refused.getMessage())
                .build()
                .toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
