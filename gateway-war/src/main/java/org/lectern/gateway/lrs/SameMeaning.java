package org.lectern.gateway.lrs;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares statements by meaning (xAPI 1.0.3 part 2 §2.3.1, vocabulary §6.4): what an LRS may set or rewrite does not count,
 * everything else does. Pure.
 */
final class SameMeaning {

    private static final Set<String> SET_BY_LRS = Set.of("id", "authority", "stored", "version");
    private static final Set<String> ACTIVITY_LISTS = Set.of("parent", "grouping", "category", "other");
    private static final Set<String> DEFAULT_TYPES = Set.of("Agent", "Activity");

    private SameMeaning() {}

    /** Whether the two say the same. False when either is not JSON. */
    static boolean of(byte[] ours, byte[] theirs) {
        try {
            return statement(parse(ours)).equals(statement(parse(theirs)));
        } catch (JsonException | ClassCastException notAStatement) {
            return false;
        }
    }

    private static JsonObject parse(byte[] text) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }

    private static Map<String, Object> statement(JsonObject statement) {
        Map<String, Object> meaning = new HashMap<>();
        statement.forEach((name, value) -> {
            if (!SET_BY_LRS.contains(name)) {
                meaning.put(name, part(name, value));
            }
        });
        return meaning;
    }

    private static Object part(String name, JsonValue value) {
        return switch (name) {
            case "timestamp" -> instant(value);
            case "verb" -> without("display", value);
            case "object" -> thing(value);
            case "context" -> context(value);
            case "actor" -> agent(value);
            default -> plain(value);
        };
    }

    private static Object context(JsonValue value) {
        Map<String, Object> meaning = new HashMap<>();
        value.asJsonObject()
                .forEach((name, inner) -> meaning.put(
                        name,
                        switch (name) {
                            case "contextActivities" -> lists(inner);
                            case "instructor", "team" -> agent(inner);
                            default -> plain(inner);
                        }));
        return meaning;
    }

    // A store may turn a single activity into a list of one, and leave out an empty list.
    private static Object lists(JsonValue value) {
        Map<String, Object> meaning = new HashMap<>();
        value.asJsonObject().forEach((name, inner) -> {
            JsonArray list = inner instanceof JsonArray array
                    ? array
                    : Json.createArrayBuilder().add(inner).build();
            if (!ACTIVITY_LISTS.contains(name)) {
                meaning.put(name, plain(inner));
            } else if (!list.isEmpty()) {
                meaning.put(name, list.stream().map(SameMeaning::thing).toList());
            }
        });
        return meaning;
    }

    /** An activity, agent, group, reference or sub-statement. */
    private static Object thing(JsonValue value) {
        JsonObject object = value.asJsonObject();
        String type = object.getString("objectType", "Activity");
        return switch (type) {
            case "SubStatement" -> statement(object);
            case "Agent", "Group" -> agent(value);
            default -> without("definition", value);
        };
    }

    private static Object agent(JsonValue value) {
        Map<String, Object> meaning = without("member", value);
        JsonValue members = value.asJsonObject().get("member");
        if (members instanceof JsonArray array) {
            meaning.put(
                    "member",
                    new HashSet<>(array.stream().map(SameMeaning::agent).toList()));
        }
        return meaning;
    }

    private static Map<String, Object> without(String left, JsonValue value) {
        Map<String, Object> meaning = new HashMap<>();
        value.asJsonObject().forEach((name, inner) -> {
            boolean byDefault = name.equals("objectType")
                    && inner instanceof JsonString type
                    && DEFAULT_TYPES.contains(type.getString());
            if (!name.equals(left) && !byDefault) {
                meaning.put(name, plain(inner));
            }
        });
        return meaning;
    }

    private static Object instant(JsonValue value) {
        try {
            return OffsetDateTime.parse(((JsonString) value).getString()).toInstant();
        } catch (DateTimeException unreadable) {
            return plain(value);
        }
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> meaning = new HashMap<>();
            object.forEach((name, inner) -> meaning.put(name, plain(inner)));
            return meaning;
        } else if (value instanceof JsonArray array) {
            List<Object> meaning = new ArrayList<>();
            array.forEach(inner -> meaning.add(plain(inner)));
            return meaning;
        } else if (value instanceof JsonNumber number) {
            return number(number.bigDecimalValue());
        }
        return value instanceof JsonString string ? string.getString() : value.getValueType();
    }

    // Stores keep numbers in 32-bit precision at least (xAPI 1.0.3 part 2 §4.2.7).
    private static Object number(BigDecimal value) {
        return value.floatValue() + 0f;
    }
}
