package org.lectern.gateway.library;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a video's row keeps its {@link Source}; both ways. */
final class SourceJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final String KIND = "kind";
    private static final String ADDRESS = "address";
    private static final String LIVE = "live";
    private static final String STORED = "stored";
    private static final String EMBEDDED = "embedded";

    private SourceJson() {}

    /** @throws IllegalArgumentException for a file of the configuration, which is never kept */
    static String text(Source source) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        if (source instanceof Source.Address address) {
            json.add(KIND, ADDRESS).add("url", address.url().toString());
            return (address.live() ? json.add(LIVE, true) : json).build().toString();
        }
        if (source instanceof Source.Stored stored) {
            return json.add(KIND, STORED)
                    .add("object", stored.object())
                    .add("type", stored.type())
                    .add("bytes", stored.bytes())
                    .build()
                    .toString();
        }
        if (source instanceof Source.Embedded embedded) {
            JsonObjectBuilder settings = BUILDERS.createObjectBuilder();
            embedded.settings().forEach(settings::add);
            return json.add(KIND, EMBEDDED)
                    .add("player", embedded.player().name().toLowerCase(Locale.ROOT))
                    .add("settings", settings)
                    .build()
                    .toString();
        }
        throw new IllegalArgumentException("a declared file stays where it is declared");
    }

    /** @throws IllegalStateException when this version does not know the kind */
    static Source read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return switch (json.getString(KIND)) {
                case ADDRESS -> new Source.Address(URI.create(json.getString("url")), json.getBoolean(LIVE, false));
                case STORED ->
                    new Source.Stored(
                            json.getString("object"),
                            json.getString("type"),
                            json.getJsonNumber("bytes").longValueExact());
                case EMBEDDED ->
                    new Source.Embedded(
                            Source.ForeignPlayer.valueOf(
                                    json.getString("player").toUpperCase(Locale.ROOT)),
                            settings(json.getJsonObject("settings")));
                default -> throw new IllegalStateException("a video has a source of unknown kind: " + text);
            };
        }
    }

    private static Map<String, String> settings(JsonObject json) {
        Map<String, String> settings = new LinkedHashMap<>();
        json.forEach((name, value) -> settings.put(name, ((JsonString) value).getString()));
        return settings;
    }
}
