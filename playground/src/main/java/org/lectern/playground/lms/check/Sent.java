package org.lectern.playground.lms.check;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object somebody sent, and where in the message it stands. Each question notes a fault when the answer has the
 * wrong form, and then counts as unanswered. Nulls are faults everywhere (certification refuses them).
 */
public final class Sent {
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final JsonObject object;
    private final String path;
    private final Faults faults;

    private Sent(JsonObject object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The object that this text is; empty, with a fault noted, when it is something else. */
    public static Optional<Sent> parse(String text, Faults faults) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            if (reader.readValue() instanceof JsonObject read) {
                nulls(read, "", faults);
                return Optional.of(new Sent(read, "", faults));
            }
            faults.add("The body is JSON but no object.");
        } catch (JsonException e) {
            faults.add("The body is not JSON (or has a name twice): " + e.getMessage());
        }
        return Optional.empty();
    }

    public JsonObject json() {
        return object;
    }

    public boolean has(String name) {
        return object.containsKey(name);
    }

    public Optional<String> text(String name) {
        return value(name, ValueType.STRING, "a text").map(found -> ((JsonString) found).getString());
    }

    /** The text, which must be there and not blank. */
    public Optional<String> needText(String name) {
        need(name);
        Optional<String> found = text(name);
        if (found.filter(String::isBlank).isPresent()) {
            faults.add(at(name) + " is blank.");
        }
        return found.filter(text -> !text.isBlank());
    }

    /** The text, which must be there and be this one. */
    public void needText(String name, String expected) {
        needText(name)
                .filter(found -> !found.equals(expected))
                .ifPresent(found -> faults.add(at(name) + " must be " + expected + ", found " + found + "."));
    }

    public Optional<BigDecimal> number(String name) {
        return value(name, ValueType.NUMBER, "a number").map(found -> ((JsonNumber) found).bigDecimalValue());
    }

    /** The number, which must be there and above zero. */
    public Optional<BigDecimal> needPositive(String name) {
        need(name);
        return positive(name);
    }

    public Optional<BigDecimal> positive(String name) {
        Optional<BigDecimal> found = number(name);
        if (found.filter(number -> number.signum() <= 0).isPresent()) {
            faults.add(at(name) + " must be above zero, found " + found.get().toPlainString() + ".");
            return Optional.empty();
        }
        return found;
    }

    public void truth(String name) {
        if (has(name) && object.get(name) != JsonValue.TRUE && object.get(name) != JsonValue.FALSE) {
            faults.add(at(name) + " must be true or false, found " + object.get(name) + ".");
        }
    }

    public Optional<Sent> object(String name) {
        return value(name, ValueType.OBJECT, "an object")
                .map(found -> new Sent(found.asJsonObject(), at(name) + ".", faults));
    }

    /** The elements of an array of objects; empty when it is not there. */
    public List<Sent> objects(String name) {
        List<Sent> found = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            String place = at(name) + "[" + i + "]";
            if (array.get(i).getValueType() == ValueType.OBJECT) {
                found.add(new Sent(array.getJsonObject(i), place + ".", faults));
            } else {
                faults.add(place + " must be an object, found " + array.get(i) + ".");
            }
        }
        return found;
    }

    /** The elements of an array of texts; empty when it is not there. */
    public List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        for (JsonValue one : array(name)) {
            if (one instanceof JsonString text) {
                found.add(text.getString());
            } else {
                faults.add(at(name) + " must hold only texts, found " + one + ".");
            }
        }
        return found;
    }

    /** The members of an object whose values are all texts; empty when it is not there. */
    public Map<String, String> textMap(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        object(name)
                .ifPresent(inside -> inside.object.forEach((key, value) -> {
                    if (value instanceof JsonString text) {
                        found.put(key, text.getString());
                    } else if (value != JsonValue.NULL) {
                        faults.add(inside.at(key) + " must be a text, found " + value + ".");
                    }
                }));
        return found;
    }

    /** An absolute web address: https, or http on this machine. */
    public Optional<String> address(String name) {
        Optional<String> found = text(name);
        if (found.isEmpty() || isWebAddress(found.get())) {
            return found;
        }
        faults.add(at(name) + " must be an absolute https address (http on this machine), found " + found.get() + ".");
        return Optional.empty();
    }

    public Optional<String> needAddress(String name) {
        need(name);
        return address(name);
    }

    /** One of these words. */
    public Optional<String> needOneOf(String name, Set<String> allowed) {
        Optional<String> found = needText(name);
        if (found.isPresent() && !allowed.contains(found.get())) {
            faults.add(at(name) + " must be one of " + String.join(", ", allowed) + "; found " + found.get() + ".");
        }
        return found;
    }

    /** Other members must be extensions, whose names are full addresses. */
    public void knowsOnly(Set<String> names) {
        object.keySet().stream()
                .filter(name -> !names.contains(name) && !name.contains("://"))
                .forEach(name -> faults.add(at(name) + " is not a field of the specification; an extension's name is a"
                        + " full address."));
    }

    public void need(String name) {
        if (!has(name)) {
            faults.add(at(name) + " is missing.");
        }
    }

    public void fault(String name, String what) {
        faults.add(at(name) + " " + what);
    }

    public Faults faults() {
        return faults;
    }

    public static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            String host = address.getHost();
            return host != null
                    && (scheme.equals("https")
                            || scheme.equals("http")
                                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private JsonArray array(String name) {
        return value(name, ValueType.ARRAY, "a list")
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    private Optional<JsonValue> value(String name, ValueType type, String words) {
        JsonValue found = object.get(name);
        if (found == null || found == JsonValue.NULL) {
            return Optional.empty();
        }
        if (found.getValueType() == type) {
            return Optional.of(found);
        }
        faults.add(at(name) + " must be " + words + ", found " + found + ".");
        return Optional.empty();
    }

    private String at(String name) {
        return path + spoken(name);
    }

    /** Claims have full addresses as names; their last part says enough. */
    private static String spoken(String name) {
        return name.contains("://") ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    private static void nulls(JsonValue value, String path, Faults faults) {
        if (value == JsonValue.NULL) {
            faults.add(path + " is null; leave out what has no value.");
        } else if (value instanceof JsonObject object) {
            String before = path.isEmpty() ? "" : path + ".";
            object.forEach((name, inside) -> nulls(inside, before + spoken(name), faults));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                nulls(array.get(i), path + "[" + i + "]", faults);
            }
        }
    }
}
