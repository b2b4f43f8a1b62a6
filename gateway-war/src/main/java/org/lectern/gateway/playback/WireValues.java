package org.lectern.gateway.playback;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Single values out of a page's JSON, each empty unless it is what it must be. Never throws on what a page may send. */
final class WireValues {

    /** Looked up once: finding the JSON provider costs more than writing a fact. */
    static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** 10,000,000 s: live streams count from their start, and none has run for four months yet. */
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(10_000_000);
    /** Numbers with more digits than this are no measurements; rounding them could take all memory. */
    private static final int DIGITS = 40;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private WireValues() {}

    /** Seconds, not negative, as milliseconds. */
    static OptionalLong position(JsonObject object, String name) {
        return number(object, name)
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(FURTHEST) <= 0)
                .map(seconds -> OptionalLong.of(seconds.movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()))
                .orElse(OptionalLong.empty());
    }

    static Optional<BigDecimal> number(JsonObject object, String name) {
        if (!(object.get(name) instanceof JsonNumber number)) {
            return Optional.empty();
        }
        BigDecimal value = number.bigDecimalValue();
        boolean measured = value.precision() <= DIGITS && Math.abs((long) value.scale()) <= DIGITS;
        return measured ? Optional.of(value) : Optional.empty();
    }

    static OptionalLong whole(JsonObject object, String name) {
        return number(object, name)
                .filter(value -> value.stripTrailingZeros().scale() <= 0
                        && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(value -> OptionalLong.of(value.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    static Optional<Instant> time(JsonObject object, String name) {
        try {
            return text(object, name).map(PageTime::parse).filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** Text that can be kept and told: some of it, of that length at most, without control characters and broken pairs. */
    static Optional<String> label(JsonObject object, String name, int longest) {
        return text(object, name)
                .filter(text -> !text.isBlank() && text.length() <= longest)
                .filter(text -> text.codePoints().noneMatch(WireValues::isUnfit));
    }

    static Optional<Boolean> flag(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Optional.of(value == JsonValue.TRUE)
                : Optional.empty();
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
