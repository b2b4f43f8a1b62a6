package org.lectern.adapter.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The vocabulary reference's example statements, which an adapter keeps in {@code xapi-examples} among its test resources. */
public final class Examples {

    private Examples() {}

    /** Names of all examples that the adapter keeps, sorted. */
    public static List<String> names() {
        try (Stream<Path> files =
                Files.list(Path.of(Examples.class.getResource("/xapi-examples").toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the examples must be files on the class path", unreadable);
        }
    }

    /** The example as it stands. */
    public static JsonObject asWritten(String name) {
        return parse(text(name));
    }

    /** The example with {@code en} for {@code en-US}: the reference's own rule (§6.1) is not to guess a region. */
    public static JsonObject withEnglishForGuessedRegion(String name) {
        return parse(text(name).replace("\"en-US\"", "\"en\""));
    }

    private static String text(String name) {
        try (InputStream source = Examples.class.getResourceAsStream("/xapi-examples/" + name + ".json")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
