package org.lectern.playground.lms;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The newest answers of one authorization endpoint, for test scripts; no names, no tokens. Safe for many threads. */
final class LaunchLog {
    private static final int MOST = 1_000;
    private final Deque<JsonObject> entries = new ArrayDeque<>();
    private long total;

    /** Outcome: token, posted or shown. */
    synchronized void add(Instant at, String outcome, String error, String detail) {
        entries.addLast(Json.createObjectBuilder()
                .add("number", ++total)
                .add("at", at.toString())
                .add("outcome", outcome)
                .add("error", error)
                .add("detail", detail)
                .build());
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    synchronized JsonObject json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        entries.forEach(list::add);
        return Json.createObjectBuilder()
                .add("total", total)
                .add("launches", list)
                .build();
    }
}
