package org.lectern.adapter.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares JSON by meaning: key order is nothing, {@code 30} is {@code 30.0}. */
public final class Differences {

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Each place that differs, as {@code path: expected | actual}; empty for equal values. */
    public static List<String> between(JsonValue expected, JsonValue actual) {
        Differences differences = new Differences();
        differences.compare("$", expected, actual);
        return differences.found;
    }

    private void compare(String path, JsonValue expected, JsonValue actual) {
        if (expected instanceof JsonObject left && actual instanceof JsonObject right) {
            TreeSet<String> keys = new TreeSet<>(left.keySet());
            keys.addAll(right.keySet());
            keys.forEach(key -> compare(path + "." + key, left.get(key), right.get(key)));
        } else if (expected instanceof JsonArray left
                && actual instanceof JsonArray right
                && left.size() == right.size()) {
            for (int at = 0; at < left.size(); at++) {
                compare(path + "[" + at + "]", left.get(at), right.get(at));
            }
        } else if (!same(expected, actual)) {
            found.add(path + ": " + expected + " | " + actual);
        }
    }

    private static boolean same(JsonValue expected, JsonValue actual) {
        if (expected instanceof JsonNumber left && actual instanceof JsonNumber right) {
            return left.bigDecimalValue().compareTo(right.bigDecimalValue()) == 0;
        }
        return expected != null && expected.equals(actual);
    }
}
