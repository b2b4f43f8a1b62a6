package org.lectern.gateway.caliper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.lectern.gateway.outbound.Answer;

/**
 * What an endpoint says about itself (Caliper 1.2 §6.2). Many say nothing; then only its answers tell. Pure.
 *
 * @param payload bytes that it takes in one request, if it says so
 * @param versions of Caliper that it takes; empty if it does not say
 * @param until when it is asked again
 */
record Capabilities(OptionalInt payload, List<String> versions, Instant until) {

    private static final Duration TRUSTED = Duration.ofHours(1);
    private static final Duration RETRIED = Duration.ofMinutes(10);
    private static final Duration UNFIT = Duration.ofMinutes(1);
    private static final int KILOBYTE = 1000;
    private static final int MOST_KILOBYTES = Integer.MAX_VALUE / KILOBYTE;

    /** Of one that does not say. */
    static Capabilities unknown(Instant now) {
        return new Capabilities(OptionalInt.empty(), List.of(), now.plus(RETRIED));
    }

    /** From the answer to GET. */
    static Capabilities of(Answer answer, Instant now) {
        if (answer.status() != 200) {
            return unknown(now);
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            JsonObject told = reader.readObject();
            Capabilities said = new Capabilities(payload(told), versions(told), now.plus(TRUSTED));
            return said.fits() ? said : new Capabilities(said.payload(), said.versions(), now.plus(UNFIT));
        } catch (JsonException | ClassCastException noConfiguration) {
            return unknown(now);
        }
    }

    /** Whether it takes what we speak, as far as it says. */
    boolean fits() {
        return versions.isEmpty()
                || versions.stream()
                        .anyMatch(version ->
                                version.replaceFirst("^https:", "http:").equals(Envelope.DATA_VERSION));
    }

    // A kilobyte is a thousand bytes to some and 1,024 to others: the smaller one is right for both.
    private static OptionalInt payload(JsonObject told) {
        return told.get("caliperMaximumPayloadSize") instanceof JsonNumber kilobytes && kilobytes.doubleValue() >= 1
                ? OptionalInt.of((int) Math.min(MOST_KILOBYTES, kilobytes.doubleValue()) * KILOBYTE)
                : OptionalInt.empty();
    }

    private static List<String> versions(JsonObject told) {
        return told.get("caliperSupportedVersions") instanceof JsonArray versions
                ? versions.stream()
                        .filter(JsonString.class::isInstance)
                        .map(version -> ((JsonString) version).getString())
                        .toList()
                : List.of();
    }
}
