package org.lectern.playground.lms.check;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The newest requests of tools and what was wrong with them; no names, no tokens. Safe for many threads. */
public final class ToolLog {
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long total;

    /** Status 0: it was no HTTP request. Words say more of a good one. */
    public record Entry(
            long number, Instant at, String tool, String what, int status, String words, List<String> faults) {
        public Entry {
            faults = List.copyOf(faults);
        }

        public boolean good() {
            return faults.isEmpty() && status < 400;
        }
    }

    public ToolLog(Clock clock) {
        this.clock = clock;
    }

    public void add(String tool, String what, int status, List<String> faults) {
        add(tool, what, status, "good", faults);
    }

    public synchronized void add(String tool, String what, int status, String words, List<String> faults) {
        entries.addLast(new Entry(++total, clock.instant(), tool, what, status, words, faults));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    public synchronized void clear() {
        entries.clear();
    }

    public synchronized List<Entry> newestFirst() {
        List<Entry> all = new ArrayList<>(entries);
        Collections.reverse(all);
        return all;
    }

    public synchronized JsonObject json(long after) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        entries.stream()
                .filter(entry -> entry.number() > after)
                .forEach(entry -> list.add(Json.createObjectBuilder()
                        .add("number", entry.number())
                        .add("at", entry.at().toString())
                        .add("tool", entry.tool())
                        .add("what", entry.what())
                        .add("status", entry.status())
                        .add("outcome", entry.good() ? "good" : "refused")
                        .add("words", entry.words())
                        .add("faults", Json.createArrayBuilder(entry.faults()))));
        return Json.createObjectBuilder()
                .add("total", total)
                .add("entries", list)
                .build();
    }
}
