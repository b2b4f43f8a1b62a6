package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A kept statement: its number in order of arrival (from 1), id in lower case, when it was stored, and its bytes as
 * sent (with an id put in if the sender had none). Read again on demand; keeping trees would take six times the room.
 */
record Stored(long number, String id, Instant at, byte[] bytes) {
    JsonObject sent() {
        return JsonText.read(new String(bytes, StandardCharsets.UTF_8)).asJsonObject();
    }

    /** As an LRS answers it: with stored, authority, version and timestamp filled in. */
    JsonObject asAnswered() {
        JsonObject sent = sent();
        JsonObjectBuilder answered = Json.createObjectBuilder(sent).add("stored", at.toString());
        answered.add(
                "authority",
                Json.createObjectBuilder()
                        .add("objectType", "Agent")
                        .add(
                                "account",
                                Json.createObjectBuilder()
                                        .add("homePage", "https://practice.example")
                                        .add("name", "practice-lrs")));
        if (!sent.containsKey("version")) {
            answered.add("version", "1.0.0");
        }
        if (!sent.containsKey("timestamp")) {
            answered.add("timestamp", at.toString());
        }
        return answered.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stored stored && number == stored.number && Arrays.equals(bytes, stored.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "Stored[" + number + ", " + id + "]";
    }
}
