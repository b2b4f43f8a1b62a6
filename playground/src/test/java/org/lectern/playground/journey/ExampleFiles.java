package org.lectern.playground.journey;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lectern.adapter.judge.Shape;

/** The vocabulary reference's examples of one vocabulary, which lie among the test resources. */
record ExampleFiles(String vocabulary) {

    private static final Map<String, String> NAMES =
            Map.of("https://video.example.edu/xapi/ext/", "<ext>", "https://video.example.edu", "<site>");

    /** Of all. */
    Set<String> names() {
        try (Stream<Path> files = Files.list(
                Path.of(ExampleFiles.class.getResource("/xapi-examples").toURI()))) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(vocabulary + "."))
                    .forEach(
                            file -> names.add(file.replace(vocabulary + ".", "").replace(".json", "")));
            return names;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the examples must be files on the class path", unreadable);
        }
    }

    /** With {@code en} for {@code en-US}: the reference's own rule (§6.1) is not to guess a region. */
    Shape shape(String example) {
        try (InputStream file =
                ExampleFiles.class.getResourceAsStream("/xapi-examples/" + vocabulary + "." + example + ".json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(text.replace("\"en-US\"", "\"en\"")))) {
                return Shape.of(reader.readObject(), NAMES);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
