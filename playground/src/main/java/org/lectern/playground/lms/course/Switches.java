package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;

/** How every switch of one institution's LMS is set. A change is seen by the next request. Safe for many threads. */
public final class Switches {
    private static final String DIALECT = "dialect";
    private static final String RESET = "reset";

    private final AtomicReference<Map<Switch, String>> set = new AtomicReference<>(Map.of());

    public String get(Switch which) {
        return set.get().getOrDefault(which, which.byItself());
    }

    public boolean is(Switch which, String value) {
        if (!which.options().containsKey(value)) {
            throw new IllegalArgumentException(which + " has no option " + value);
        }
        return get(which).equals(value);
    }

    public void reset() {
        set.set(Map.of());
    }

    /** Sets what the form names: {@code reset} first, then {@code dialect}, then single switches; all or nothing. */
    public synchronized void change(Parameters form) {
        Map<Switch, String> next = new EnumMap<>(Switch.class);
        Optional<String> dialect = form.find(DIALECT);
        if (form.find(RESET).isEmpty() && dialect.isEmpty()) {
            next.putAll(set.get());
        }
        dialect.ifPresent(id -> next.putAll(Dialect.find(id)
                .orElseThrow(() -> unknown(
                        DIALECT,
                        id,
                        Arrays.stream(Dialect.values()).map(Dialect::id).toList()))
                .settings()));
        for (String name : form.names()) {
            if (!name.equals(DIALECT) && !name.equals(RESET)) {
                Switch which = Switch.find(name)
                        .orElseThrow(() -> unknown(
                                "the form",
                                name,
                                Arrays.stream(Switch.values()).map(Switch::id).toList()));
                String value = form.find(name).orElse("");
                if (!which.options().containsKey(value)) {
                    throw unknown(name, value, List.copyOf(which.options().keySet()));
                }
                next.put(which, value);
            }
        }
        set.set(Map.copyOf(next));
    }

    public JsonObject json() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        for (Switch which : Switch.values()) {
            all.add(which.id(), get(which));
        }
        return all.build();
    }

    private static BadRequest unknown(String where, String found, List<String> allowed) {
        return new BadRequest(where + " does not know \"" + found + "\"; it knows " + allowed, null);
    }
}
