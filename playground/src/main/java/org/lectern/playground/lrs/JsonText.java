package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads JSON the strict way: correct UTF-8, no name twice in an object, nothing after the value. */
final class JsonText {
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    /** The text of a request body; refused with 400 when it is not UTF-8. */
    static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(400, "The body is not UTF-8.", e);
        }
    }

    /** The value; refused with 400 when it is not JSON. */
    static JsonValue read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw new Refused(400, "The body is not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The texts of an array's elements exactly as sent, for comparing bytes; an object alone is one element. The text
     * must have passed {@link #read}.
     */
    static List<String> elements(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("[")) {
            return List.of(trimmed);
        }
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = 1;
        boolean quoted = false;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            boolean ends = depth == 0 || depth == 1 && c == ',' && !quoted;
            if (ends) {
                elements.add(trimmed.substring(start, i).strip());
                start = i + 1;
            }
        }
        return elements.equals(List.of("")) ? List.of() : elements;
    }
}
