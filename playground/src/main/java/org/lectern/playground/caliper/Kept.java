package org.lectern.playground.caliper;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest events, and how often some came again or came with another content under the same id. Safe for many threads. */
final class Kept {
    private static final int MOST = 20_000;

    private final Deque<Numbered> events = new ArrayDeque<>();
    private final Map<String, JsonObject> byId = new HashMap<>();
    private long total;
    private long envelopes;
    private long repeated;
    private long different;

    private record Numbered(long number, JsonObject event) {}

    /** One more envelope's events; what is known is only counted. */
    synchronized void keep(List<JsonObject> fresh) {
        envelopes++;
        for (JsonObject event : fresh) {
            JsonObject known = byId.putIfAbsent(event.get("id").toString(), event);
            if (known == null) {
                events.addLast(new Numbered(++total, event));
            } else {
                repeated++;
                different += known.equals(event) ? 0 : 1;
            }
            if (events.size() > MOST) {
                byId.remove(events.removeFirst().event().get("id").toString());
            }
        }
    }

    synchronized long total() {
        return total;
    }

    synchronized void forget() {
        events.clear();
        byId.clear();
        total = 0;
        envelopes = 0;
        repeated = 0;
        different = 0;
    }

    /** Events that came after that number, oldest first. */
    synchronized JsonObject after(long number) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        events.stream().filter(one -> one.number() > number).forEach(one -> list.add(one.event()));
        return Json.createObjectBuilder()
                .add("total", total)
                .add("envelopes", envelopes)
                .add("repeated", repeated)
                .add("different", different)
                .add("events", list)
                .build();
    }
}
