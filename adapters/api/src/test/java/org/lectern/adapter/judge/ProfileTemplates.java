package org.lectern.adapter.judge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges statements of the xAPI Video Profile 1.0.3 by its own machine-readable text: every {@code included} rule of at
 * least one template of the verb, and every extension in its place and of its type. Then by {@link Narrative}, whose
 * MUSTs the machine-readable text leaves out. Pass needs one template, not all: the three of {@code interacted} contradict
 * each other.
 */
public final class ProfileTemplates {

    private static final String PROFILE = "https://w3id.org/xapi/video";
    private static final Pattern LOCATION = Pattern.compile("\\$((?:\\.\\w+)+)(?:\\['([^']+)'])?");

    private final List<JsonObject> templates = new ArrayList<>();
    private final Map<String, JsonObject> extensions = new HashMap<>();

    /** The profile that is bundled here; no network. */
    public ProfileTemplates() {
        JsonObject profile = bundled();
        profile.getJsonArray("templates").forEach(template -> templates.add(template.asJsonObject()));
        for (JsonObject concept : profile.getJsonArray("concepts").getValuesAs(JsonObject.class)) {
            if (concept.containsKey("inlineSchema")) {
                extensions.put(concept.getString("id"), concept);
            }
        }
    }

    /** Whether the statement says that it follows the profile. */
    public boolean claims(JsonObject statement) {
        return at(statement, "context.contextActivities.category", Optional.empty())
                .map(category -> category.asJsonArray().getValuesAs(JsonObject.class).stream()
                        .anyMatch(activity -> activity.getString("id").startsWith(PROFILE)))
                .orElse(false);
    }

    /** What is wrong with one statement; empty for a good one and for one that does not claim the profile. */
    public List<String> faults(JsonObject statement) {
        if (!claims(statement)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        String verb = statement.getJsonObject("verb").getString("id");
        List<JsonObject> candidates = templates.stream()
                .filter(template -> template.getString("verb").equals(verb))
                .toList();
        List<String> missing = candidates.stream()
                .map(template -> missing(template, statement))
                .toList();
        if (candidates.isEmpty()) {
            faults.add("no verb of the profile: " + verb);
        } else if (missing.stream().noneMatch(String::isEmpty)) {
            faults.add("passes no template of its verb; each lacks something: " + missing);
        }
        places(statement, "context", "ContextExtension", faults);
        places(statement, "result", "ResultExtension", faults);
        faults.addAll(Narrative.faults(statement));
        return faults;
    }

    /**
     * What is wrong with the statements of one session, in the order of sending; those that do not claim the profile are
     * passed over. Empty for a good session, and for none at all.
     */
    public List<String> sessionFaults(List<JsonObject> statements) {
        List<JsonObject> session = statements.stream().filter(this::claims).toList();
        List<String> faults = new ArrayList<>();
        session.forEach(statement -> faults.addAll(faults(statement)));
        if (faults.isEmpty() && !session.isEmpty()) {
            faults.addAll(SessionRules.faults(session));
        }
        return faults;
    }

    private static String missing(JsonObject template, JsonObject statement) {
        String type = template.getString("objectActivityType", "");
        Optional<JsonValue> found = at(statement, "object.definition.type", Optional.empty());
        if (!type.isEmpty() && !found.equals(Optional.of(Json.createValue(type)))) {
            return "type " + type;
        }
        for (JsonObject rule : template.getJsonArray("rules").getValuesAs(JsonObject.class)) {
            Matcher location = LOCATION.matcher(rule.getString("location"));
            if (!location.matches()) {
                throw new IllegalStateException("a location of a form unknown here: " + rule);
            }
            String path = location.group(1).substring(1);
            boolean there =
                    at(statement, path, Optional.ofNullable(location.group(2))).isPresent();
            if (rule.getString("presence").equals("included") && !there) {
                return rule.getString("location");
            }
        }
        return "";
    }

    private void places(JsonObject statement, String place, String kind, List<String> faults) {
        at(statement, place + ".extensions", Optional.empty())
                .ifPresent(found -> found.asJsonObject().forEach((iri, value) -> {
                    JsonObject concept = extensions.get(iri);
                    if (concept != null && !concept.getString("type").equals(kind)) {
                        faults.add(iri + " does not belong in " + place);
                    } else if (concept != null && !ofType(concept.getString("inlineSchema"), value)) {
                        faults.add(iri + " has the wrong type: " + value);
                    } else if (concept == null && iri.startsWith(PROFILE) && !iri.equals(Narrative.CC_OF_TEMPLATES)) {
                        faults.add(iri + " is no extension of the profile");
                    }
                }));
    }

    private static boolean ofType(String inlineSchema, JsonValue value) {
        JsonObject schema = parse(inlineSchema);
        return switch (schema.getString("type")) {
            case "number" -> value.getValueType() == JsonValue.ValueType.NUMBER;
            case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case "string" ->
                value instanceof JsonString text
                        && Pattern.compile(schema.getString("pattern", ""))
                                .matcher(text.getString())
                                .find();
            default -> throw new IllegalStateException("a type unknown here: " + inlineSchema);
        };
    }

    static Optional<JsonValue> at(JsonObject statement, String path, Optional<String> key) {
        JsonValue here = statement;
        List<String> steps = new ArrayList<>(List.of(path.split("\\.")));
        key.ifPresent(steps::add);
        for (String step : steps) {
            here = here instanceof JsonObject object ? object.get(step) : null;
        }
        return Optional.ofNullable(here);
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonObject bundled() {
        try (InputStream source = ProfileTemplates.class.getResourceAsStream("/xapi/video-profile.jsonld");
                var reader = Json.createReader(source)) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
