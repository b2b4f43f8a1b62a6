package org.lectern.gateway.page;

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

/** A JSON object that a page posted. Untrusted, but bounded; what is wrong with it is a {@link Problem} named after what it is for. */
public final class JsonBody {

    /** Largest body in bytes. */
    public static final int LIMIT = 128 * 1024;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final String purpose;
    private final JsonObject json;

    private JsonBody(String purpose, JsonObject json) {
        this.purpose = purpose;
        this.json = json;
    }

    /**
     * Reads a request's body.
     *
     * @param purpose the first word of its problems' names
     * @throws Problem 400 {@code <purpose>.malformed} or 413 {@code <purpose>.too_large}
     */
    public static JsonBody read(InputStream body, String purpose) {
        byte[] bytes = bytes(body);
        if (bytes.length > LIMIT) {
            throw new Problem(413, purpose + ".too_large", "At most " + LIMIT + " bytes.");
        }
        return of(purpose, value(bytes, purpose))
                .orElseThrow(() -> malformed(purpose, "The body must be a JSON object."));
    }

    private static JsonValue value(byte[] body, String purpose) {
        try (JsonReader reader = READERS.createReader(new StringReader(decoded(body)))) {
            return reader.readValue();
        } catch (CharacterCodingException | RuntimeException unreadable) {
            // Providers throw more than JsonException: for what nests too deep or for huge numbers.
            throw malformed(purpose, "The body is not JSON in UTF-8, or names a key twice.")
                    .causedBy(unreadable);
        }
    }

    /** Whether something has this name, if only null. */
    public boolean names(String name) {
        return json.containsKey(name);
    }

    /** A text, with a space for the character that no database keeps; empty when it is not named, or null. */
    public Optional<String> text(String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString().replace('\0', ' '));
        }
        throw malformed("'" + name + "' must be a text.");
    }

    /** A text that has to be there. */
    public String required(String name) {
        return text(name).orElseThrow(() -> malformed("'" + name + "' is missing."));
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return list(name).stream()
                .map(value -> {
                    if (value instanceof JsonString text) {
                        return text.getString();
                    }
                    throw malformed("'" + name + "' must be a list of texts.");
                })
                .toList();
    }

    /** A list of objects. */
    public List<JsonBody> objects(String name) {
        return list(name).stream()
                .map(value ->
                        of(purpose, value).orElseThrow(() -> malformed("'" + name + "' must be a list of objects.")))
                .toList();
    }

    /** 400, since something is wrong with it. */
    public Problem malformed(String detail) {
        return malformed(purpose, detail);
    }

    private List<JsonValue> list(String name) {
        if (json.get(name) instanceof JsonArray array) {
            return array;
        }
        throw malformed("'" + name + "' must be a list.");
    }

    private static Optional<JsonBody> of(String purpose, JsonValue value) {
        return value instanceof JsonObject object ? Optional.of(new JsonBody(purpose, object)) : Optional.empty();
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(LIMIT + 1);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("a body broke off", brokenOff);
        }
    }

    private static String decoded(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Problem malformed(String purpose, String detail) {
        return new Problem(400, purpose + ".malformed", detail);
    }

    /** Its names only: values may be tokens or people. */
    @Override
    public String toString() {
        return "JsonBody" + json.keySet();
    }
}
