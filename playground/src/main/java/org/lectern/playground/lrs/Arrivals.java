package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reached the statements resource, answered well or not: the newest requests, how often each statement id came,
 * and every id that ever came with other bytes than the first time. Safe for many threads.
 */
final class Arrivals {
    private static final int MOST_REQUESTS = 10_000;
    private static final int MOST_IDS = 1_000_000;
    private static final int MOST_DIFFERENT = 1_000;

    private final Deque<Arrival> requests = new ArrayDeque<>();
    private final Map<String, Seen> ids = new LinkedHashMap<>();
    private final List<Different> different = new ArrayList<>();
    private long requestsInAll;
    private long statementsInAll;
    private long repeatedInAll;

    /** One request: what it was, how many statements it brought, what it was answered (0: hung up) in which mode. */
    record Arrival(
            long number, Instant at, String method, int statements, int bytes, int status, String mode, long millis) {}

    /** A statement as it came: id in lower case, text byte for byte. */
    record Brought(String id, String text) {}

    private record Seen(String sha256, int times) {}

    private record Different(String id, Instant at, String first, String then) {}

    /** Notes statements before they are judged. */
    synchronized void note(List<Brought> statements, Instant at) {
        for (Brought statement : statements) {
            statementsInAll++;
            String sha256 = Meaning.sha256(statement.text());
            Seen seen = ids.get(statement.id());
            if (seen == null) {
                ids.put(statement.id(), new Seen(sha256, 1));
            } else {
                repeatedInAll++;
                ids.put(statement.id(), new Seen(seen.sha256(), seen.times() + 1));
                if (!seen.sha256().equals(sha256) && different.size() < MOST_DIFFERENT) {
                    different.add(new Different(statement.id(), at, seen.sha256(), sha256));
                }
            }
            if (ids.size() > MOST_IDS) {
                ids.remove(ids.keySet().iterator().next());
            }
        }
    }

    /** Notes a request once it is answered; it gets the next number. */
    synchronized void note(Instant at, String method, int statements, int bytes, int status, String mode, long millis) {
        requests.addLast(new Arrival(++requestsInAll, at, method, statements, bytes, status, mode, millis));
        if (requests.size() > MOST_REQUESTS) {
            requests.removeFirst();
        }
    }

    synchronized long requests() {
        return requestsInAll;
    }

    synchronized int different() {
        return different.size();
    }

    synchronized long repeated() {
        return repeatedInAll;
    }

    /** The requests numbered above the given one, oldest first, with totals. */
    synchronized JsonObject json(long after) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        requests.stream().filter(request -> request.number() > after).forEach(request -> list.add(json(request)));
        return totals().add("requests", list).build();
    }

    /** Every id that came, in order of first arrival, as {@code id times} lines. */
    synchronized String idLines() {
        StringBuilder lines = new StringBuilder();
        ids.forEach(
                (id, seen) -> lines.append(id).append(' ').append(seen.times()).append('\n'));
        return lines.toString();
    }

    synchronized void clear() {
        requests.clear();
        ids.clear();
        different.clear();
        requestsInAll = 0;
        statementsInAll = 0;
        repeatedInAll = 0;
    }

    private JsonObjectBuilder totals() {
        JsonArrayBuilder differing = Json.createArrayBuilder();
        different.forEach(one -> differing.add(Json.createObjectBuilder()
                .add("id", one.id())
                .add("at", one.at().toString())
                .add("firstSha256", one.first())
                .add("thenSha256", one.then())));
        return Json.createObjectBuilder()
                .add("total", requestsInAll)
                .add("statementsReceived", statementsInAll)
                .add("idsReceived", ids.size())
                .add("repeated", repeatedInAll)
                .add("differentBytes", differing);
    }

    private static JsonObject json(Arrival request) {
        return Json.createObjectBuilder()
                .add("number", request.number())
                .add("at", request.at().toString())
                .add("method", request.method())
                .add("statements", request.statements())
                .add("bytes", request.bytes())
                .add("status", request.status())
                .add("mode", request.mode())
                .add("millis", request.millis())
                .build();
    }
}
