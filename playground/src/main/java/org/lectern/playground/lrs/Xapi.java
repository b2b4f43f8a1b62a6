package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lectern.playground.lrs.Arrivals.Brought;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Request;

/**
 * Everything under {@code /NAME/xapi}: judges a request as a strict LRS does, behaves as the mode says, and notes what
 * arrived. The about resource is outside modes, credentials and notes.
 */
final class Xapi {
    private final Clock clock;
    private final Door door;
    private final StatementsResource statements;
    private final Arrivals arrivals;
    private final AtomicReference<Mode> mode;

    Xapi(Clock clock, Door door, StatementsResource statements, Arrivals arrivals, AtomicReference<Mode> mode) {
        this.clock = clock;
        this.door = door;
        this.statements = statements;
        this.arrivals = arrivals;
        this.mode = mode;
    }

    /** Path is what follows {@code /NAME/xapi/}. */
    Answer handle(Request request, List<String> path) {
        if (path.equals(List.of("about"))) {
            return dressed(about());
        }
        if (path.isEmpty() || !path.get(0).equals("statements") || path.size() > 2) {
            return dressed(refusal(new Refused(404, "The practice LRS has the resources statements and about.")));
        }
        Instant at = clock.instant();
        Mode now = mode.getAndUpdate(Mode::spent);
        List<Brought> brought = brought(request);
        arrivals.note(brought, at);
        Answer answer = dressed(misbehaving(request, path.size() == 2, now));
        long millis = clock.instant().toEpochMilli() - at.toEpochMilli();
        int bytes = request.body().length;
        arrivals.note(at, request.method(), brought.size(), bytes, answer.status(), now.name(), millis);
        return answer;
    }

    private Answer misbehaving(Request request, boolean more, Mode now) {
        if (!now.name().equals(Mode.ANSWERS_LATE)) {
            pause(now.delay());
        }
        if (now.name().equals(Mode.DOWN)) {
            return Answer.HANG_UP;
        }
        Optional<Integer> status = now.plainStatus();
        if (status.isPresent() || now.name().equals(Mode.TOO_LARGE) && request.body().length > now.bytes()) {
            return retryable(
                    refusal(new Refused(status.orElse(413), "The practice LRS is in mode " + now.name() + ".")), now);
        }
        if (now.name().equals(Mode.LIES)) {
            return Answer.html(200, "<!doctype html><title>Welcome</title><p>This is no answer of an LRS.</p>");
        }
        Answer honest = honest(request, more, now);
        boolean stored = !request.isGet() && honest.status() < 300;
        if (now.name().equals(Mode.ANSWERS_LATE)) {
            pause(now.delay());
        }
        if (stored && now.name().equals(Mode.STORES_THEN_FAILS)) {
            return refusal(new Refused(500, "The practice LRS has stored this and fails all the same."));
        }
        return stored && now.name().equals(Mode.STORES_THEN_HANGS_UP) ? Answer.HANG_UP : honest;
    }

    private Answer honest(Request request, boolean more, Mode now) {
        try {
            door.pass(request);
            if (request.isGet()) {
                return more ? statements.more(request.query()) : statements.get(request.query());
            }
            if (more || !request.isPost() && !request.method().equals("PUT")) {
                throw new Refused(405, "The statements resource knows GET, HEAD, POST and PUT.");
            }
            List<Candidate> candidates = statements.candidates(request);
            for (int i = 0; i < candidates.size(); i++) {
                if (now.refuses(candidates.get(i))) {
                    throw new Refused(
                            400,
                            "statement " + i + " (id \"" + candidates.get(i).id()
                                    + "\"): verb.id refused by the mode 400-for. Nothing was stored.");
                }
            }
            return statements.put(request, candidates);
        } catch (Refused e) {
            return refusal(e);
        }
    }

    /** What can be told of the statements in a body, valid or not. */
    private static List<Brought> brought(Request request) {
        if (request.body().length == 0) {
            return List.of();
        }
        try {
            String body = JsonText.decode(request.body());
            JsonValue value = JsonText.read(body);
            List<JsonValue> values =
                    value.getValueType() == JsonValue.ValueType.ARRAY ? value.asJsonArray() : List.of(value);
            List<String> texts = JsonText.elements(body);
            List<Brought> brought = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof JsonObject object && object.get("id") instanceof JsonString id) {
                    brought.add(new Brought(id.getString().toLowerCase(Locale.ROOT), texts.get(i)));
                }
            }
            return brought;
        } catch (Refused e) {
            // Not JSON: there is nothing to note, and the judging that follows says so to the sender.
            return List.of();
        }
    }

    private Answer dressed(Answer answer) {
        if (answer.equals(Answer.HANG_UP)) {
            return answer;
        }
        return answer.with("X-Experience-API-Version", "1.0.3")
                .with("X-Experience-API-Consistent-Through", clock.instant().toString());
    }

    private static Answer retryable(Answer answer, Mode now) {
        Answer told = now.retryAfter().isEmpty() ? answer : answer.with("Retry-After", now.retryAfter());
        return answer.status() < 400 ? told.with("Location", "https://practice.example/moved") : told;
    }

    private static Answer refusal(Refused refused) {
        Answer answer = Answer.json(
                refused.status(),
                Json.createObjectBuilder().add("message", refused.getMessage()).build());
        return refused.status() == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"practice LRS\"") : answer;
    }

    private static Answer about() {
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("version", Json.createArrayBuilder().add("1.0.3"))
                        .build());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
