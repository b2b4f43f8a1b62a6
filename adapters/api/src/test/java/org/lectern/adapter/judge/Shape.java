package org.lectern.adapter.judge;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form of a statement: every path in it with the JSON types found there, elements of an array taken together; and the values of
 * what a vocabulary fixes: verb, types, object types, marks such as the event's name, and the forms of activity ids.
 *
 * @param found by path, from {@code $}: type names and, where fixed, values in quotes
 */
public record Shape(SortedMap<String, SortedSet<String>> found) {

    private static final Pattern FIXED = Pattern.compile("\\$\\.verb\\..+|.+\\.objectType|.+\\.definition\\.type"
            + "|.+\\.<ext>(event|role|visibility)|.+/video-mode|\\$\\.result\\.completion"
            + "|(\\$\\.object|\\$\\.context\\.contextActivities\\.\\w+\\[\\])\\.id");

    /** The last part of these ids names one video or one channel of many. */
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("^(<site>/(media/t|default/channels/view/channelid)/).+$");

    /**
     * @param statement whose
     * @param names what is the operator's own in keys and ids and differs from one to the other: beginning of an IRI and what is read instead,
     *     {@code <ext>} for the base of extensions, {@code <site>} for the site's home; the longest that fits
     */
    public static Shape of(JsonObject statement, Map<String, String> names) {
        Shape shape = new Shape(new TreeMap<>());
        shape.note("$", statement, names);
        return shape;
    }

    /** Each place where the other one differs, in words; of what is there only once, nothing below it. Empty for the same form. */
    public List<String> differences(Shape other) {
        List<String> told = new ArrayList<>();
        absent(found, other.found).forEach(path -> told.add("lacks " + path));
        absent(other.found, found).forEach(path -> told.add("has " + path));
        found.forEach((path, types) -> {
            SortedSet<String> theirs = other.found.get(path);
            if (theirs != null && !theirs.equals(types)) {
                told.add("says " + theirs + " for " + types + " at " + path);
            }
        });
        return told;
    }

    private static List<String> absent(
            SortedMap<String, SortedSet<String>> here, SortedMap<String, SortedSet<String>> there) {
        return here.keySet().stream()
                .filter(path -> !there.containsKey(path) && there.containsKey(parent(path, here)))
                .toList();
    }

    /** Keys may hold dots, so the parent is looked for. */
    private static String parent(String path, SortedMap<String, SortedSet<String>> paths) {
        return paths.keySet().stream()
                .filter(one -> path.startsWith(one + ".") || path.equals(one + "[]"))
                .reduce("", (shorter, longer) -> longer.length() > shorter.length() ? longer : shorter);
    }

    private void note(String path, JsonValue value, Map<String, String> names) {
        SortedSet<String> here = found.computeIfAbsent(path, fresh -> new TreeSet<>());
        here.add(type(value));
        if (value instanceof JsonObject object) {
            object.forEach((key, below) -> note(path + "." + named(key, names), below, names));
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> note(path + "[]", element, names));
        } else if (FIXED.matcher(path).matches()) {
            here.add("'" + fixed(value, names) + "'");
        }
    }

    private static String fixed(JsonValue value, Map<String, String> names) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return ONE_OF_MANY.matcher(named(text, names)).replaceFirst("$1*");
    }

    private static String named(String iri, Map<String, String> names) {
        return names.keySet().stream()
                .filter(iri::startsWith)
                .reduce((one, other) -> one.length() > other.length() ? one : other)
                .map(beginning -> names.get(beginning) + iri.substring(beginning.length()))
                .orElse(iri);
    }

    private static String type(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "boolean";
            default -> value.getValueType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
