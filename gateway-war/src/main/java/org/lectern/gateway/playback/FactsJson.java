package org.lectern.gateway.playback;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lectern.gateway.problem.Problem;

/**
 * The body of {@code POST /api/v1/facts}: bytes in, a {@link FactsRequest} out. What is wrong with the whole is a named
 * {@link Problem}; what is wrong with a single fact is a {@link Refusal} and leaves the others alone.
 */
final class FactsJson {

    /** Most bytes of a body. */
    static final int MOST_BYTES = 256 * 1024;
    /** Most facts of a body. */
    static final int MOST_FACTS = 1_000;

    private static final int DEEPEST = 8;
    private static final Pattern UUID_V4 = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDIA = Pattern.compile("[\\p{Graph}]{1,200}");
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private FactsJson() {}

    /**
     * @param received when the request arrived
     * @throws Problem 400 or 413, named
     */
    static FactsRequest read(byte[] body, Instant received) {
        JsonObject json = object(body);
        UUID playback = WireValues.text(json, "playback")
                .filter(id -> UUID_V4.matcher(id).matches())
                .map(UUID::fromString)
                .orElseThrow(() -> bad("playback_invalid", "'playback' must be a version 4 UUID."));
        String media = WireValues.text(json, "media")
                .filter(id -> MEDIA.matcher(id).matches())
                .orElseThrow(() -> bad("media_invalid", "'media' must be the id of an entry."));
        Instant sent = WireValues.time(json, "sent")
                .orElseThrow(() -> bad("sent_invalid", "'sent' must be the time of sending, ISO 8601 with a zone."));
        if (!(json.get("facts") instanceof JsonArray facts)) {
            throw bad("facts_invalid", "'facts' must be an array.");
        }
        if (facts.size() > MOST_FACTS) {
            throw new Problem(413, "facts.too_many", "At most " + MOST_FACTS + " facts at once; send fewer.");
        }
        return read(facts, PageClock.of(sent, received), playback, media);
    }

    private static FactsRequest read(JsonArray array, PageClock clock, UUID playback, String media) {
        List<Fact> facts = new ArrayList<>(array.size());
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            read(array.get(i), array.size() - 1 - i, clock, facts, refused);
        }
        return new FactsRequest(playback, media, clock.received(), facts, refused);
    }

    private static void read(JsonValue value, int following, PageClock clock, List<Fact> facts, List<Refusal> refused) {
        if (!(value instanceof JsonObject json)) {
            refused.add(new Refusal(OptionalLong.empty(), "not_an_object"));
            return;
        }
        OptionalLong seq = WireValues.whole(json, "seq");
        if (seq.isEmpty() || seq.getAsLong() < 1) {
            refused.add(new Refusal(seq, "seq_invalid"));
            return;
        }
        Optional<Instant> told = WireValues.time(json, "at");
        Instant at = clock.correct(told.orElse(clock.received()), following);
        try {
            if (told.isEmpty()) {
                throw new FactJson.Unfit("at_invalid");
            }
            facts.add(FactJson.read(json, seq.getAsLong(), at));
        } catch (FactJson.Unfit unfit) {
            refused.add(new Refusal(seq, unfit.getMessage()));
            facts.add(new Fact.Senseless(seq.getAsLong(), at));
        }
    }

    private static JsonObject object(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "facts.too_large", "At most " + MOST_BYTES + " bytes at once; send fewer facts.");
        }
        if (JsonNesting.isDeeperThan(DEEPEST, body)) {
            throw bad("malformed", "The body nests deeper than any facts do.");
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text(body)))) {
            if (reader.readValue() instanceof JsonObject json) {
                return json;
            }
        } catch (CharacterCodingException | RuntimeException unreadable) {
            // Providers throw more than JsonException: for huge numbers, for one.
            throw bad("malformed", "The body is not JSON in UTF-8, or names a key twice.")
                    .causedBy(unreadable);
        }
        throw bad("malformed", "The body must be a JSON object.");
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Problem bad(String code, String detail) {
        return new Problem(400, "facts." + code, detail);
    }
}
