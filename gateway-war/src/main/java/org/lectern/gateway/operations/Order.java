package org.lectern.gateway.operations;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.lectern.gateway.problem.Problem;

/** The JSON body of a changing call. A field that is missing, unknown or of the wrong kind is a 400 by name. Pure. */
final class Order {

    private static final int LONGEST = 1_000;

    private final JsonObject json;

    private Order(JsonObject json) {
        this.json = json;
    }

    /**
     * @param body the request's body, or null
     * @param fields every name that is allowed
     */
    static Order read(String body, String... fields) {
        try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
            JsonObject json = reader.readObject();
            Set<String> known = Set.of(fields);
            json.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Problem(
                                400, "body.unknown_field", "Allowed here: " + String.join(", ", fields) + ".");
                    });
            return new Order(json);
        } catch (JsonException | ClassCastException e) {
            throw new Problem(
                            400,
                            "body.invalid",
                            "The body must be a JSON object with: " + String.join(", ", fields) + ".")
                    .causedBy(e);
        }
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new Problem(400, name + ".missing", "Say '" + name + "'."));
    }

    Optional<String> optional(String name) {
        if (!json.containsKey(name) || json.isNull(name)) {
            return Optional.empty();
        }
        if (!(json.get(name) instanceof JsonString text) || text.getString().length() > LONGEST) {
            throw new Problem(
                    400, name + ".invalid", "'" + name + "' must be a text of at most " + LONGEST + " characters.");
        }
        return Optional.of(clean(text.getString())).filter(value -> !value.isEmpty());
    }

    /** A moment with its offset, or the beginning of a day in UTC. */
    Instant moment(String name) {
        String text = text(name);
        try {
            return text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem(
                            400,
                            name + ".invalid",
                            "'" + name
                                    + "' must be a moment such as 2026-11-22T02:00:00Z or a day such as 2026-11-22 (UTC).")
                    .causedBy(e);
        }
    }

    /** It ends in rows and terminals: one line, no control characters. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
