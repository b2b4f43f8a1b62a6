package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A statement that was sent and found valid: id in lower case, its text as sent, its meaning, what it voids. */
record Candidate(String id, String verb, String text, String meaning, Optional<String> voids) {
    /**
     * Checks a whole body. Refused with 400 naming the statement and the field when any is invalid, or an id comes
     * twice; ids that are missing come from the supplier.
     */
    static List<Candidate> all(String body, Supplier<String> newId) {
        JsonValue value = JsonText.read(body);
        boolean single = value.getValueType() != JsonValue.ValueType.ARRAY;
        List<JsonValue> values = single ? List.of(value) : value.asJsonArray();
        List<String> texts = JsonText.elements(body);
        List<Candidate> candidates = new ArrayList<>(values.size());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Candidate candidate = checked(values.get(i), texts.get(i), single ? "statement" : "statement " + i, newId);
            if (!ids.add(candidate.id())) {
                throw new Refused(
                        400,
                        "statement " + i + " has the id " + candidate.id()
                                + ", which another statement of this batch has too. Nothing was stored.");
            }
            candidates.add(candidate);
        }
        return candidates;
    }

    private static Candidate checked(JsonValue value, String text, String name, Supplier<String> newId) {
        try {
            StatementRules.check(value);
        } catch (Refused e) {
            throw new Refused(400, name + idOf(value) + ": " + e.getMessage() + ". Nothing was stored.", e);
        }
        JsonObject statement = value.asJsonObject();
        String meaning = Meaning.of(statement);
        String verb = statement.getJsonObject("verb").getString("id");
        Optional<String> voids = Optional.of(statement.getJsonObject("object"))
                .filter(unused -> verb.equals(StatementRules.VOIDED))
                .map(object -> object.getString("id").toLowerCase(Locale.ROOT));
        if (statement.containsKey("id")) {
            return new Candidate(statement.getString("id").toLowerCase(Locale.ROOT), verb, text, meaning, voids);
        }
        String id = newId.get();
        String named = Json.createObjectBuilder(statement).add("id", id).build().toString();
        return new Candidate(id, verb, named, meaning, voids);
    }

    private static String idOf(JsonValue value) {
        return value instanceof JsonObject object && object.containsKey("id") ? " (id " + object.get("id") + ")" : "";
    }
}
