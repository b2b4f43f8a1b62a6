package org.lectern.gateway.studio;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.gateway.problem.Problem;

/** JSON that a page posted: bounded, and what is wrong is a named {@link Problem}. */
final class Bodies {

    private static final int MOST_BYTES = 128 * 1024;
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private Bodies() {}

    /** @throws Problem 400 {@code studio.malformed} or 413 {@code studio.too_large} */
    static JsonObject read(InputStream body) {
        try (JsonReader reader = READERS.createReader(new StringReader(text(body)))) {
            if (reader.readValue() instanceof JsonObject json) {
                return json;
            }
        } catch (CharacterCodingException | IllegalStateException | jakarta.json.JsonException unreadable) {
            throw malformed("The body is not JSON in UTF-8, or names a key twice.")
                    .causedBy(unreadable);
        }
        throw malformed("The body must be a JSON object.");
    }

    /** A text; empty when it is not named, or null. */
    static Optional<String> text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString().replace("\0", ""));
        }
        throw malformed("'" + name + "' must be a text.");
    }

    /** A text that has to be there. */
    static String required(JsonObject json, String name) {
        return text(json, name).orElseThrow(() -> malformed("'" + name + "' is missing."));
    }

    /** A list of texts. */
    static List<String> texts(JsonObject json, String name) {
        if (!(json.get(name) instanceof JsonArray array)
                || array.stream().anyMatch(value -> !(value instanceof JsonString))) {
            throw malformed("'" + name + "' must be a list of texts.");
        }
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    static Problem malformed(String detail) {
        return new Problem(400, "studio.malformed", detail);
    }

    private static String text(InputStream body) throws CharacterCodingException {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(413, "studio.too_large", "At most " + MOST_BYTES + " bytes.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw malformed;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("a change broke off", brokenOff);
        }
    }
}
