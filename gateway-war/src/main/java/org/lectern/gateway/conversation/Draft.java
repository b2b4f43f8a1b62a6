package org.lectern.gateway.conversation;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lectern.gateway.problem.Problem;

/**
 * A comment somebody wants to make: {@code {"id":"<uuid>","text":"…","parent":"<uuid>"}}. Text is plain: what looks like markup is text,
 * too; control characters other than line breaks and tabs are left out.
 *
 * @param id chosen by the page
 * @param text 1 to {@value #MOST_TEXT} characters, stripped, in Unicode's composed form
 * @param parent the comment it answers
 */
record Draft(UUID id, String text, Optional<UUID> parent) {

    static final int MOST_TEXT = 4_000;
    static final int MOST_BYTES = 32 * 1024;

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** @throws Problem 400 {@code comment.malformed}, {@code comment.empty}, or 413 {@code comment.too_long} */
    static Draft read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw tooLong();
        }
        JsonObject json = object(body);
        String text = clean(string(json, "text").orElseThrow(() -> malformed("A comment needs its 'text'.", null)));
        if (text.isEmpty()) {
            throw new Problem(400, "comment.empty", "There is nothing in this comment. Write something first.");
        }
        if (text.codePointCount(0, text.length()) > MOST_TEXT) {
            throw tooLong();
        }
        UUID id = string(json, "id")
                .map(Draft::uuid)
                .orElseThrow(() -> malformed("A comment needs its 'id', a UUID made by the page.", null));
        return new Draft(id, text, string(json, "parent").map(Draft::uuid));
    }

    private static String clean(String text) {
        return Normalizer.normalize(
                        text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""), Normalizer.Form.NFC)
                .strip();
    }

    private static JsonObject object(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return reader.readObject();
        } catch (JsonException
                | IllegalStateException
                | StackOverflowError e) { // the parser recurses into deep nesting
            throw malformed("The body must be one JSON object in UTF-8.", e);
        }
    }

    private static Optional<String> string(JsonObject json, String key) {
        return json.get(key) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw malformed("Ids of comments are UUIDs.", none);
        }
    }

    private static Problem malformed(String detail, Throwable cause) {
        return new Problem(400, "comment.malformed", detail).causedBy(cause);
    }

    private static Problem tooLong() {
        return new Problem(413, "comment.too_long", "A comment has at most 4,000 characters. Shorten it.");
    }
}
