package org.lectern.gateway.operations.admin;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** Columns of a {@link Table} that show a field of the row; an absent one shows as nothing. */
final class Field {

    private Field() {}

    static Table.Column text(String heading, String name) {
        return new Table.Column(heading, row -> text(row, name), false);
    }

    static Table.Column number(String heading, String name) {
        return new Table.Column(heading, row -> text(row, name), true);
    }

    /** A moment. */
    static Table.Column moment(String heading, String name) {
        return new Table.Column(
                heading, row -> row.containsKey(name) ? Words.moment(Instant.parse(row.getString(name))) : "", false);
    }

    /** How long ago a moment was. */
    static Table.Column ago(String heading, String name, Clock clock) {
        return new Table.Column(
                heading,
                row -> row.containsKey(name)
                        ? Words.span(Duration.between(Instant.parse(row.getString(name)), clock.instant()))
                        : "",
                false);
    }

    /** How long it is to a moment. */
    static Table.Column ahead(String heading, String name, Clock clock) {
        return new Table.Column(
                heading,
                row -> row.containsKey(name)
                        ? "in " + Words.span(Duration.between(clock.instant(), Instant.parse(row.getString(name))))
                        : "",
                false);
    }

    /** A number of seconds. */
    static Table.Column seconds(String heading, String name) {
        return new Table.Column(
                heading,
                row -> row.containsKey(name)
                        ? Words.span(Duration.ofSeconds(row.getJsonNumber(name).longValue()))
                        : "",
                false);
    }

    static String text(JsonObject row, String name) {
        return text(row.getOrDefault(name, JsonValue.NULL));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        } else if (value instanceof JsonNumber number) {
            return number.toString();
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            return value.asJsonArray().stream().map(Field::text).collect(Collectors.joining(", "));
        }
        return value == JsonValue.NULL || value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
    }
}
