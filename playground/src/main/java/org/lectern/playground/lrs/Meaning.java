package org.lectern.playground.lrs;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a statement means, as a hash: two statements with the same id conflict when their meanings differ. Left out is
 * what an LRS may set or rewrite (xAPI 1.0.3 Data 2.3.1): id, authority, stored, version, verb display, activity
 * definitions; key order, number notation and time zone make no difference either.
 */
final class Meaning {
    private static final Set<String> LRS_SETS = Set.of("id", "authority", "stored", "version");
    private static final Set<String> ACTIVITY_LISTS = Set.of("parent", "grouping", "category", "other");

    private Meaning() {}

    /** Hex SHA-256 over the canonical form. */
    static String of(JsonObject statement) {
        StringBuilder canonical = new StringBuilder();
        object(statement, "statement", canonical);
        return sha256(canonical.toString());
    }

    /** Hex SHA-256 over the text's UTF-8 bytes. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void object(JsonObject object, String name, StringBuilder out) {
        out.append('{');
        new TreeMap<>(object).forEach((key, value) -> {
            if (!ignored(name, key)) {
                out.append('"').append(key).append("\":");
                boolean lone = name.equals("contextActivities") && ACTIVITY_LISTS.contains(key) && isObject(value);
                out.append(lone ? "[" : "");
                // Inside extensions nothing is special, whatever it is called.
                value(value, name.equals("extensions") ? name : key, out);
                out.append(lone ? ",]," : ",");
            }
        });
        out.append('}');
    }

    private static boolean isObject(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.OBJECT;
    }

    private static boolean ignored(String name, String key) {
        return switch (name) {
            case "statement" -> LRS_SETS.contains(key);
            case "verb" -> key.equals("display");
            case "object", "parent", "grouping", "category", "other" -> key.equals("definition");
            default -> false;
        };
    }

    private static void value(JsonValue value, String name, StringBuilder out) {
        if (value instanceof JsonObject object) {
            object(object, name, out);
        } else if (value instanceof JsonArray array) {
            out.append('[');
            array.forEach(element -> {
                value(element, name, out);
                out.append(',');
            });
            out.append(']');
        } else if (value instanceof JsonNumber number) {
            BigDecimal plain = number.bigDecimalValue();
            out.append(plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toString());
        } else if (value instanceof JsonString string && name.equals("timestamp")) {
            out.append(Formats.instant(string.getString()).map(Object::toString).orElse(string.getString()));
        } else {
            out.append(value);
        }
    }
}
