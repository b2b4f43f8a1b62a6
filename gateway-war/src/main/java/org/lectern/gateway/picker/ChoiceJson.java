package org.lectern.gateway.picker;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.gateway.problem.Problem;

/**
 * The body of {@code POST /lti/deep-link}: {@code {"items":[{"media":"intro","title":"…","text":"…","grade":"share","opens":"window"}],
 * "message":"…"}}. Only items and their media are needed. What is wrong is a named {@link Problem}.
 */
final class ChoiceJson {

    static final int MOST_BYTES = 128 * 1024;

    private static final int MOST_ITEMS = 100;
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private ChoiceJson() {}

    /** @throws Problem 400 or 413, named */
    static Choice read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "deep_link.too_large", "At most " + MOST_BYTES + " bytes; choose fewer videos.");
        }
        JsonObject json = object(body);
        if (!(json.get("items") instanceof JsonArray items)) {
            throw malformed("'items' must be an array.");
        }
        if (items.size() > MOST_ITEMS) {
            throw new Problem(413, "deep_link.too_many", "At most " + MOST_ITEMS + " videos at once; choose fewer.");
        }
        List<Choice.Pick> picks = items.stream().map(ChoiceJson::pick).toList();
        return new Choice(picks, text(json, "message"));
    }

    private static Choice.Pick pick(JsonValue value) {
        if (!(value instanceof JsonObject item)) {
            throw malformed("An item must be an object.");
        }
        return new Choice.Pick(
                text(item, "media").orElseThrow(() -> malformed("An item must name its 'media'.")),
                text(item, "title"),
                text(item, "text"),
                text(item, "grade").map(ChoiceJson::grade),
                text(item, "opens").map(ChoiceJson::window).orElse(false));
    }

    private static Choice.Grade grade(String word) {
        return switch (word) {
            case "share" -> Choice.Grade.SHARE;
            case "completion" -> Choice.Grade.COMPLETION;
            default -> throw malformed("'grade' is 'share' or 'completion'.");
        };
    }

    private static boolean window(String word) {
        return switch (word) {
            case "window" -> true;
            case "frame" -> false;
            default -> throw malformed("'opens' is 'frame' or 'window'.");
        };
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString()).filter(one -> !one.isBlank());
        }
        throw malformed("'" + name + "' must be a text.");
    }

    private static JsonObject object(byte[] body) {
        try (JsonReader reader = READERS.createReader(new StringReader(decoded(body)))) {
            if (reader.readValue() instanceof JsonObject json) {
                return json;
            }
        } catch (CharacterCodingException | RuntimeException unreadable) {
            // Providers throw more than JsonException: for huge numbers, for one.
            throw malformed("The body is not JSON in UTF-8, or names a key twice.")
                    .causedBy(unreadable);
        }
        throw malformed("The body must be a JSON object.");
    }

    private static String decoded(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Problem malformed(String detail) {
        return new Problem(400, "deep_link.malformed", detail);
    }
}
