package org.lectern.playground.lrs;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Request;

/** The fields of a switch request, sent as a form or as a JSON object. */
final class Switches {
    private Switches() {}

    /** Looks a field up; empty ones count as absent. Throws {@link BadRequest} when the body is no JSON object. */
    static Function<String, Optional<String>> of(Request request) {
        if (!request.mediaType().equals("application/json")) {
            return request.form()::find;
        }
        JsonObject object = object(request.bodyText());
        return name -> Optional.ofNullable(object.get(name))
                .map(found -> found instanceof JsonString text ? text.getString() : found.toString())
                .filter(text -> !text.isEmpty());
    }

    private static JsonObject object(String body) {
        try {
            JsonValue value = JsonText.read(body);
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new BadRequest("the body must be a JSON object", null);
        } catch (Refused e) {
            throw new BadRequest(e.getMessage(), e);
        }
    }
}
