package org.lectern.playground.lrs;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A place in a statement: its path and what stands there. Every complaint names the path. */
record Field(String path, JsonValue value) {
    /** This field as an object that has no other than the given names, and no null. */
    Field object(Set<String> allowed) {
        for (var entry : asObject().entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw at(entry.getKey(), entry.getValue()).wrong("is not a property that xAPI knows here");
            }
            if (entry.getValue().getValueType() == ValueType.NULL) {
                throw at(entry.getKey(), entry.getValue()).wrong("must not be null");
            }
        }
        return this;
    }

    JsonObject asObject() {
        if (!(value instanceof JsonObject object)) {
            throw wrong("must be an object");
        }
        return object;
    }

    boolean has(String name) {
        return asObject().containsKey(name);
    }

    Optional<Field> find(String name) {
        return Optional.ofNullable(asObject().get(name)).map(found -> at(name, found));
    }

    Field need(String name) {
        return find(name).orElseThrow(() -> at(name, JsonValue.NULL).wrong("is missing"));
    }

    List<Field> elements() {
        if (!(value instanceof JsonArray array)) {
            throw wrong("must be an array");
        }
        List<Field> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(new Field(path + "[" + i + "]", array.get(i)));
        }
        return elements;
    }

    String text() {
        if (!(value instanceof JsonString string)) {
            throw wrong("must be a string");
        }
        return string.getString();
    }

    BigDecimal number() {
        if (!(value instanceof JsonNumber number)) {
            throw wrong("must be a number");
        }
        return number.bigDecimalValue();
    }

    void bool() {
        if (value.getValueType() != ValueType.TRUE && value.getValueType() != ValueType.FALSE) {
            throw wrong("must be true or false");
        }
    }

    /** A string that passes; otherwise the complaint says what it must be. */
    String matching(Predicate<String> rule, String what) {
        String text = text();
        if (!rule.test(text)) {
            throw wrong("must be " + what + ", found \"" + text + "\"");
        }
        return text;
    }

    Refused wrong(String complaint) {
        return new Refused(400, (path.isEmpty() ? "the statement" : path) + " " + complaint);
    }

    private Field at(String name, JsonValue found) {
        return new Field(path.isEmpty() ? name : path + "." + name, found);
    }
}
