package org.lectern.gateway.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** What the operator gets to see: the API's JSON as it is, or words. */
final class Screen {

    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final PrintStream out;
    private final boolean json;

    Screen(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /**
     * A list with how to see its rest.
     *
     * @param none what to say when it is empty
     * @param cursor the option that continues it
     */
    void list(JsonObject answer, Table table, String none, String cursor) {
        if (json) {
            out.println(answer);
            return;
        }
        List<JsonObject> rows = answer.getJsonArray("items").getValuesAs(JsonObject.class);
        if (rows.isEmpty()) {
            out.println(none);
        } else {
            table.lines(rows).forEach(out::println);
        }
        if (answer.containsKey("next")) {
            out.println("There are more: --" + cursor + " " + Words.oneLine(answer.getString("next")));
        }
    }

    /** A whole list. */
    void list(JsonObject answer, Table table, String none) {
        list(answer, table, none, "");
    }

    /** One row of a table. */
    void row(JsonObject answer, Table table) {
        if (json) {
            out.println(answer);
        } else {
            table.lines(List.of(answer)).forEach(out::println);
        }
    }

    /** One thing: a line for each field, what is nested last. */
    void thing(JsonObject answer) {
        if (json) {
            out.println(answer);
            return;
        }
        int width = answer.keySet().stream().mapToInt(String::length).max().orElse(0);
        answer.forEach((name, value) -> {
            if (!(value instanceof JsonObject)) {
                out.println(name + " ".repeat(width - name.length() + 2) + Words.oneLine(Field.text(answer, name)));
            }
        });
        answer.forEach((name, value) -> {
            if (value instanceof JsonObject nested) {
                out.println(name);
                out.println(pretty(nested));
            }
        });
    }

    /** An answer that a sentence says. */
    void say(JsonObject answer, String sentence) {
        out.println(json ? answer.toString() : sentence);
    }

    private static String pretty(JsonObject nested) {
        StringWriter text = new StringWriter();
        try (var writer = PRETTY.createWriter(text)) {
            writer.writeObject(nested);
        }
        return text.toString().strip();
    }
}
