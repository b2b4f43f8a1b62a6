package org.lectern.gateway.grade;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A score as it lies in the outbox, fixed for good: everything but what the platform calls the learner, which is looked up when it
 * is sent and may have been erased by then.
 */
record ScoreOrder(String link, String learner, int given, boolean finished, Instant stamp) {

    static ScoreOrder of(StandingTable.Key key, Standing standing) {
        return new ScoreOrder(
                key.link().link(), key.learner(), standing.given(), standing.finished(), standing.stamp());
    }

    byte[] json() {
        return Json.createObjectBuilder()
                .add("link", link)
                .add("learner", learner)
                .add("given", given)
                .add("maximum", ScoreRule.MAXIMUM)
                .add("finished", finished)
                .add("stamp", stamp.toString())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if it is not one of ours. */
    static Optional<ScoreOrder> read(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject json = reader.readObject();
            return Optional.of(new ScoreOrder(
                    json.getString("link"),
                    json.getString("learner"),
                    json.getInt("given"),
                    json.getBoolean("finished"),
                    Instant.parse(json.getString("stamp"))));
        } catch (JsonException | ClassCastException | NullPointerException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
