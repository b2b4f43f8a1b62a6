package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lectern.playground.lms.course.Mark.Grade;

/** The columns of one course and who has which mark in them. Safe for many threads. */
public final class Gradebook {
    private final Map<String, LineItem> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, Mark>> marks = new LinkedHashMap<>();
    private int last;

    public synchronized List<LineItem> columns() {
        return List.copyOf(columns.values());
    }

    public synchronized Optional<LineItem> find(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    public synchronized LineItem add(String clientId, JsonObject body) {
        LineItem made = new LineItem(String.valueOf(++last), clientId, body);
        columns.put(made.id(), made);
        return made;
    }

    public synchronized void replace(LineItem changed) {
        columns.replace(changed.id(), changed);
    }

    public synchronized void remove(String id) {
        columns.remove(id);
        marks.remove(id);
    }

    public synchronized Optional<Mark> mark(String column, String subject) {
        return Optional.ofNullable(marks.getOrDefault(column, Map.of()).get(subject));
    }

    /** Marks of a column by subject, in order of subjects. */
    public synchronized Map<String, Mark> marks(String column) {
        return new TreeMap<>(marks.getOrDefault(column, Map.of()));
    }

    /**
     * Takes a checked score; false, and nothing changes, when it is not newer than the last one. A score that is not
     * fully graded, or has no points, leaves no grade; it keeps the one before only when asked to.
     */
    public synchronized boolean put(
            LineItem column, String subject, JsonObject score, Instant timestamp, Instant now, Ways ways) {
        Optional<Mark> before = mark(column.id(), subject);
        if (before.filter(mark -> !ways.time(timestamp).isAfter(ways.time(mark.timestamp())))
                .isPresent()) {
            return false;
        }
        Optional<Grade> grade = grade(column, score);
        if (grade.isEmpty() && ways.keepsUnfinished()) {
            grade = before.flatMap(Mark::grade);
        }
        marks.computeIfAbsent(column.id(), unused -> new LinkedHashMap<>())
                .put(subject, new Mark(score, timestamp, now, grade));
        return true;
    }

    /** How time stamps are compared and what an unfinished score does. */
    public record Ways(boolean wholeSeconds, boolean keepsUnfinished) {
        Instant time(Instant exact) {
            return wholeSeconds ? Instant.ofEpochSecond(exact.getEpochSecond()) : exact;
        }
    }

    public synchronized JsonObject json(String course) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        columns.values()
                .forEach(column ->
                        list.add(Json.createObjectBuilder(column.body()).add("id", column.id())));
        JsonArrayBuilder people = Json.createArrayBuilder();
        Person.EVERYBODY.stream().filter(Person::isStudent).forEach(person -> {
            JsonObjectBuilder scores = Json.createObjectBuilder();
            for (String column : columns.keySet()) {
                mark(column, person.subject()).ifPresent(mark -> scores.add(column, cell(mark)));
            }
            people.add(Json.createObjectBuilder()
                    .add("person", person.id())
                    .add("userId", person.subject())
                    .add("name", person.title())
                    .add("scores", scores));
        });
        return Json.createObjectBuilder()
                .add("course", course)
                .add("columns", list)
                .add("people", people)
                .build();
    }

    private static JsonObjectBuilder cell(Mark mark) {
        JsonObjectBuilder cell = Json.createObjectBuilder(mark.score())
                .add("received", mark.received().toString());
        mark.grade().ifPresent(grade -> cell.add("grade", grade.points()));
        return cell;
    }

    private static Optional<Grade> grade(LineItem column, JsonObject score) {
        if (!score.containsKey("scoreGiven")
                || !score.getString("gradingProgress").equals("FullyGraded")) {
            return Optional.empty();
        }
        BigDecimal given = score.getJsonNumber("scoreGiven").bigDecimalValue();
        BigDecimal of = score.getJsonNumber("scoreMaximum").bigDecimalValue();
        BigDecimal points = given.multiply(column.maximum()).divide(of, MathContext.DECIMAL64);
        BigDecimal exact = points.signum() == 0 ? BigDecimal.ZERO : points.stripTrailingZeros();
        return Optional.of(new Grade(exact, Optional.ofNullable(score.getString("comment", null))));
    }
}
