package org.lectern.playground.caliper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an envelope must be (Caliper 1.2 §5.2 and §6.1): 400 when it is none or malformed, 422 when its version is another. Pure. */
final class Envelopes {
    static final String VERSION = "http://purl.imsglobal.org/ctx/caliper/v1p2";

    private static final Set<String> PROPERTIES = Set.of("sensor", "sendTime", "dataVersion", "data");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final List<String> OF_EVENTS =
            List.of("@context", "id", "type", "actor", "action", "object", "eventTime");
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private Envelopes() {}

    /** The events in it, in order. */
    static List<JsonObject> events(String body) {
        JsonObject envelope = read(body);
        if (!envelope.keySet().containsAll(PROPERTIES)) {
            throw new Refused(
                    400, "An envelope has sensor, sendTime, dataVersion and data; this has " + envelope.keySet());
        } else if (!PROPERTIES.containsAll(envelope.keySet())) {
            throw new Refused(400, "An envelope has no custom properties; this has " + envelope.keySet());
        } else if (text(envelope, "sensor").isBlank()) {
            throw new Refused(400, "The sensor must be a string that identifies it.");
        } else if (!TIME.matcher(text(envelope, "sendTime")).matches()) {
            throw new Refused(400, "sendTime must be UTC with milliseconds, such as 2026-11-22T10:00:00.000Z.");
        } else if (!text(envelope, "dataVersion").equals(VERSION)) {
            throw new Refused(422, "dataVersion must be " + VERSION + "; nothing else is supported here.");
        } else if (!(envelope.get("data") instanceof JsonArray data) || data.isEmpty()) {
            throw new Refused(400, "data must be an array of one or more events or entities.");
        }
        List<JsonValue> all = envelope.getJsonArray("data");
        for (int i = 0; i < all.size(); i++) {
            check(i, all.get(i));
        }
        return all.stream().map(JsonValue::asJsonObject).toList();
    }

    private static void check(int number, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new Refused(400, "data[" + number + "] is no JSON object.");
        }
        for (String name : text(object, "type").endsWith("Event") ? OF_EVENTS : List.of("@context", "id", "type")) {
            if (!object.containsKey(name)) {
                throw new Refused(400, "data[" + number + "] (id " + object.get("id") + ") has no " + name + ".");
            }
        }
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            if (reader.readValue() instanceof JsonObject envelope) {
                return envelope;
            }
            throw new Refused(400, "There is no envelope: the body is no JSON object.");
        } catch (JsonException e) {
            throw new Refused(400, "There is no envelope: the body is not JSON, or a name is in it twice.", e);
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
