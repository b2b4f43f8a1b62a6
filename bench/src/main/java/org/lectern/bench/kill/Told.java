package org.lectern.bench.kill;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a stored statement says.
 *
 * @param id its id
 * @param playback its session, for statements about one
 * @param what verb and position
 * @param at its timestamp
 */
record Told(UUID id, Optional<UUID> playback, Expected what, Instant at) {

    private static final String VIDEO = "https://w3id.org/xapi/video/extensions/";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    static Told parse(byte[] statement) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(statement))) {
            return of(reader.readObject());
        }
    }

    private static Told of(JsonObject json) {
        String verb = json.getJsonObject("verb").getString("id");
        JsonObject result = extensions(json, "result");
        Optional<JsonNumber> time = Optional.ofNullable(result.getJsonNumber(VIDEO + "time-to"))
                .or(() -> Optional.ofNullable(result.getJsonNumber(VIDEO + "time")));
        Optional<String> session =
                Optional.ofNullable(extensions(json, "context").getString(VIDEO + "session-id", null));
        return new Told(
                UUID.fromString(json.getString("id")),
                session.map(UUID::fromString),
                new Expected(
                        verb.substring(verb.lastIndexOf('/') + 1),
                        time.map(number -> number.bigDecimalValue()
                                        .movePointRight(3)
                                        .longValueExact())
                                .orElse(0L)),
                Instant.parse(json.getString("timestamp")));
    }

    private static JsonObject extensions(JsonObject json, String where) {
        return Optional.ofNullable(json.getJsonObject(where))
                .map(object -> object.getJsonObject("extensions"))
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }
}
