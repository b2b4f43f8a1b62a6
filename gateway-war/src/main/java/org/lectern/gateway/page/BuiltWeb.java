package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the web build left in this deployment, below {@code /web} on the class path: templates, and assets under names that carry
 * their content's hash. Read once. Safe for any thread.
 */
@ApplicationScoped
public class BuiltWeb {

    /** Of administrators' pages; the first is for everybody else. Their templates are named {@code page-language}. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final String ASSETS = "/web/assets/";
    private static final String MANIFEST = "manifest.json";

    private final Function<String, Optional<byte[]>> reading;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, byte[]> assets = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> messages = new ConcurrentHashMap<>();

    public BuiltWeb() {
        this(BuiltWeb::fromClassPath);
    }

    /** @param reading from a path to its bytes, if there are any */
    BuiltWeb(Function<String, Optional<byte[]>> reading) {
        this.reading = reading;
    }

    /** The template of this name. */
    public Template template(String name) {
        return templates.computeIfAbsent(name, this::load);
    }

    /**
     * A built asset's bytes.
     *
     * @param file its name with the hash: no path, only what the build itself made
     */
    public Optional<byte[]> asset(String file) {
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+") || file.equals(MANIFEST)) {
            return Optional.empty();
        }
        return Optional.ofNullable(assets.computeIfAbsent(
                file, known -> reading.apply(ASSETS + known).orElse(null)));
    }

    /**
     * A text of administrators' pages.
     *
     * @param language one of {@link #LANGUAGES}
     * @throws IllegalStateException when there is no such text: the messages and the code disagree
     */
    public String message(String language, String key) {
        JsonObject texts = messages.computeIfAbsent(language, this::texts);
        if (!texts.containsKey(key)) {
            throw new IllegalStateException("there is no text " + key + " in " + language);
        }
        return texts.getString(key);
    }

    private JsonObject texts(String language) {
        try (JsonReader reader = Json.createReader(new StringReader(required("/web/messages/" + language + ".json")))) {
            return reader.readObject();
        }
    }

    private Template load(String name) {
        String source = required("/web/pages/" + name + ".html");
        JsonObject manifest = manifest();
        return new Template(name, source, asset -> {
            if (!manifest.containsKey(asset)) {
                throw new IllegalStateException(
                        "page " + name + " asks for " + asset + ", which the web build did not make");
            }
            return "/assets/" + manifest.getString(asset);
        });
    }

    private JsonObject manifest() {
        try (JsonReader reader = Json.createReader(new StringReader(required(ASSETS + MANIFEST)))) {
            return reader.readObject();
        }
    }

    private String required(String path) {
        return new String(
                reading.apply(path)
                        .orElseThrow(
                                () -> new IllegalStateException(path + " is missing: this build has no web pages")),
                StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> fromClassPath(String path) {
        try (InputStream in = BuiltWeb.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }
}
