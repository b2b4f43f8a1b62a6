package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Request;

/** One practice LRS: the xAPI under {@code /NAME/xapi}, its live list, and its switches. Safe for many threads. */
final class PracticeLrs {
    private static final int MOST_STATEMENTS = 200_000;
    private static final int MOST_AT_ONCE = 20_000;

    private final LrsAccount account;
    private final StatementStore store;
    private final Arrivals arrivals = new Arrivals();
    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.WELL);
    private final Xapi xapi;

    /** Keeps at most that many bytes of statements, and at most 200,000 of them. */
    PracticeLrs(LrsAccount account, Clock clock, long mostBytes) {
        this.account = account;
        this.store = new StatementStore(clock, MOST_STATEMENTS, mostBytes);
        StatementsResource statements = new StatementsResource(
                "/" + account.path() + "/xapi/statements",
                store,
                () -> UUID.randomUUID().toString());
        this.xapi = new Xapi(clock, new Door(account.credentials()), statements, arrivals, mode);
    }

    LrsAccount account() {
        return account;
    }

    /** How many different statements it has stored. */
    long total() {
        return store.total();
    }

    /** Answers what lies under {@code /NAME/}; path is what follows. */
    Answer handle(Request request, List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0);
        if (first.equals("xapi")) {
            return xapi.handle(request, path.subList(1, path.size()));
        }
        if (path.size() > 1) {
            return Answer.text(404, "There is no such page.");
        }
        if (request.isPost()) {
            return change(request, first);
        }
        if (!request.isGet()) {
            return Answer.text(405, "Only GET and POST are known here.");
        }
        return switch (first) {
            case "" -> Answer.html(200, LivePage.of(account));
            case "statements.json" -> Answer.of(200, "application/json", statements(request));
            case "requests.json" -> Answer.json(200, arrivals.json(number(request, "after", 0)));
            case "arrivals.txt" -> Answer.text(200, arrivals.idLines());
            case "summary.json" -> Answer.json(200, summary());
            case "mode" -> Answer.json(200, mode.get().json());
            default -> Answer.text(404, "There is no such page.");
        };
    }

    private Answer change(Request request, String what) {
        if (what.equals("mode")) {
            mode.set(Mode.of(Switches.of(request)));
        } else if (what.equals("reset")) {
            mode.set(Mode.WELL);
            store.clear();
            arrivals.clear();
        } else {
            return Answer.text(404, "Only mode and reset can be posted to.");
        }
        boolean byPage = request.header("accept").orElse("").contains("text/html");
        return byPage
                ? Answer.seeOther("/" + account.path() + "/")
                : Answer.json(200, mode.get().json());
    }

    /** Text, not a tree: what was sent goes out byte for byte, and a long list fits a small heap. */
    private String statements(Request request) {
        long next = number(request, "after", 0);
        long limit = Math.min(MOST_AT_ONCE, number(request, "limit", MOST_AT_ONCE));
        Optional<String> verb = request.query().find("verb");
        StringJoiner list = new StringJoiner(",", "[", "]");
        long taken = 0;
        for (Stored stored : store.after(next)) {
            if (taken == limit) {
                break;
            }
            next = stored.number();
            if (verb.isEmpty()
                    || verb.get().equals(stored.sent().getJsonObject("verb").getString("id"))) {
                list.add(new String(stored.bytes(), StandardCharsets.UTF_8));
                taken++;
            }
        }
        return "{\"total\":" + store.total() + ",\"next\":" + next + ",\"statements\":" + list + "}";
    }

    private JsonObject summary() {
        return Json.createObjectBuilder()
                .add("statements", store.total())
                .add("inView", store.inView())
                .add("requests", arrivals.requests())
                .add("repeated", arrivals.repeated())
                .add("differentBytes", arrivals.different())
                .add("mode", mode.get().json())
                .build();
    }

    private static long number(Request request, String name, long other) {
        String text = request.query().find(name).orElse(Long.toString(other));
        if (!text.matches("\\d{1,18}") && !text.equals(Long.toString(other))) {
            throw new BadRequest(name + " must be a whole number", null);
        }
        return Long.parseLong(text);
    }
}
