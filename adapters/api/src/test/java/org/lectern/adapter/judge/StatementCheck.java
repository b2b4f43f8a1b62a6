package org.lectern.adapter.judge;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges one statement as it goes to an LRS: xAPI 1.0.3 by a schema, and by code what a schema cannot say. Unknown
 * properties, {@code stored} and {@code authority} among them, are faults. Safe for any number of threads.
 */
public final class StatementCheck {

    private static final Schema SCHEMA = schema();

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final Instant now;

    /** @param now no statement may be timestamped after it */
    public StatementCheck(Instant now) {
        this.now = now;
    }

    /** What is wrong with these bytes; empty for a good statement. */
    public List<String> faults(byte[] statement) {
        try {
            return faults(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(statement))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return List.of("not UTF-8: " + notUtf8.getMessage());
        }
    }

    /** What is wrong with this JSON text; empty for a good statement. */
    public List<String> faults(String statement) {
        List<String> faults = new ArrayList<>();
        try (var reader = READERS.createReader(new StringReader(statement))) {
            JsonValue parsed = reader.readValue();
            SCHEMA.validate(statement, InputFormat.JSON)
                    .forEach(error -> faults.add(error.getInstanceLocation() + " " + error.getMessage()));
            walk("$", parsed, faults);
            if (faults.isEmpty()) {
                timestamp(parsed.asJsonObject().getString("timestamp"), faults);
            }
        } catch (JsonException notJson) {
            faults.add("not JSON, or a key twice: " + notJson.getMessage());
        }
        return faults;
    }

    private void timestamp(String text, List<String> faults) {
        try {
            if (Instant.parse(text).isAfter(now)) {
                faults.add("$.timestamp is in the future: " + text);
            }
        } catch (DateTimeException noSuchDay) {
            faults.add("$.timestamp is no day of the calendar: " + text);
        }
    }

    private static void walk(String where, JsonValue value, List<String> faults) {
        if (value == JsonValue.NULL) {
            faults.add(where + " is null");
        } else if (value instanceof JsonObject object) {
            if (object.isEmpty()) {
                faults.add(where + " is empty");
            }
            object.forEach((key, member) -> walk(where + "." + key, member, faults));
            if (where.endsWith(".display") || where.endsWith(".name")) {
                object.keySet().forEach(tag -> language(where, tag, faults));
            }
        } else if (value instanceof JsonArray array) {
            array.forEach(member -> walk(where + "[]", member, faults));
        } else if (value instanceof JsonNumber number && !number.toString().matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?")) {
            faults.add(where + " is no plain number: " + number);
        } else if (where.equals("$.context.language")) {
            language(where, value.toString().replace("\"", ""), faults);
        }
    }

    private static void language(String where, String tag, List<String> faults) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException notATag) {
            faults.add(where + " has an ill-formed language tag: " + tag);
        }
    }

    private static Schema schema() {
        try (InputStream source = StatementCheck.class.getResourceAsStream("/xapi/statement.schema.json")) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
