package org.lectern.playground.lms.course;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;

/** A gradebook column: its id, the client id of the tool that owns it, and the fields of AGS 2.0 §3.2 without the id. */
public record LineItem(String id, String clientId, JsonObject body) {
    public String label() {
        return body.getString("label");
    }

    public BigDecimal maximum() {
        return body.getJsonNumber("scoreMaximum").bigDecimalValue();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(body.getString(name, null));
    }

    /** The most points, as one writes them. */
    public String points() {
        JsonNumber number = body.getJsonNumber("scoreMaximum");
        return number.bigDecimalValue().stripTrailingZeros().toPlainString();
    }
}
