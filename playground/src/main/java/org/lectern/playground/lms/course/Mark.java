package org.lectern.playground.lms.course;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A cell of the gradebook: the score that came last, its time stamp, when it came, and the grade that stands. */
public record Mark(JsonObject score, Instant timestamp, Instant received, Optional<Grade> grade) {

    /** Points on the column's own scale. */
    public record Grade(BigDecimal points, Optional<String> comment) {}

    public String text(String name) {
        return score.getString(name, "");
    }
}
