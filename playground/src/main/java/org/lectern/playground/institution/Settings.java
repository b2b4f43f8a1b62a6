package org.lectern.playground.institution;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Property look-up as MicroProfile Config 3 does it: system property, then environment (exact name, then with
 * underscores, then in capitals), then file; {@code ${name:default}} is expanded, nested too. Immutable.
 */
public final class Settings {
    private static final int DEEPEST_NESTING = 20;

    private final UnaryOperator<String> system;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    public Settings(UnaryOperator<String> system, Map<String, String> environment, Map<String, String> file) {
        this.system = system;
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** Reads a UTF-8 properties file; throws {@link SettingsException} that names the file when it cannot. */
    public static Map<String, String> read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new SettingsException("cannot read the configuration file " + path, e);
        }
        Map<String, String> read = new HashMap<>();
        properties.forEach((name, value) -> read.put((String) name, (String) value));
        return read;
    }

    /** The same settings where the given property has this value if no other source tells it. */
    public Settings orElse(String name, String value) {
        Map<String, String> more = new HashMap<>(file);
        more.putIfAbsent(name, value);
        return new Settings(system, environment, more);
    }

    /** The expanded value; empty when absent or blank. */
    public Optional<String> find(String name) {
        return raw(name).map(value -> expand(value, 0)).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** The expanded value; throws {@link SettingsException} that names the property when it is absent. */
    public String need(String name) {
        return find(name).orElseThrow(() -> new SettingsException(name + " is missing or empty", null));
    }

    /** The comma-separated values; empty when absent. */
    public List<String> list(String name) {
        return find(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Optional<String> raw(String name) {
        String underscored = name.replaceAll("[^A-Za-z0-9]", "_");
        return Optional.ofNullable(system.apply(name))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .or(() -> Optional.ofNullable(environment.get(underscored)))
                .or(() -> Optional.ofNullable(environment.get(underscored.toUpperCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(file.get(name)));
    }

    private String expand(String value, int depth) {
        int start = value.indexOf("${");
        if (start < 0) {
            return value;
        }
        if (depth > DEEPEST_NESTING) {
            throw new SettingsException("the expression " + value + " refers to itself", null);
        }
        int end = closing(value, start + 2);
        String inside = value.substring(start + 2, end);
        int colon = inside.indexOf(':');
        String name = expand(colon < 0 ? inside : inside.substring(0, colon), depth + 1);
        Optional<String> found = raw(name).filter(text -> !text.isEmpty());
        if (found.isEmpty() && colon < 0) {
            throw new SettingsException("the expression ${" + name + "} has neither a value nor a default", null);
        }
        String replacement = expand(found.orElseGet(() -> inside.substring(colon + 1)), depth + 1);
        return value.substring(0, start) + replacement + expand(value.substring(end + 1), depth);
    }

    private static int closing(String value, int from) {
        int open = 1;
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) == '{') {
                open++;
            } else if (value.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        throw new SettingsException("the expression " + value + " lacks a closing brace", null);
    }
}
