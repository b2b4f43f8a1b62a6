package org.lectern.gateway.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.lectern.gateway.engagement.EngagementTable.Attempt;
import org.lectern.gateway.engagement.EngagementTable.Row;
import org.lectern.gateway.playback.Segments;

/**
 * Adds up what some loads of the player changed, within one transaction: what is in the sums of an attempt is taken out and what
 * the attempt is now is put in. Doing it again changes nothing. For one use and one thread.
 */
final class Fold {

    private final Handle transaction;
    private final EngagementTable table;

    Fold(Handle transaction) {
        this.transaction = transaction;
        this.table = new EngagementTable(transaction);
    }

    void fold(List<Load> loads) {
        Map<Course, List<Load>> learners =
                loads.stream().filter(load -> !load.staff()).collect(Collectors.groupingBy(Load::course));
        Map<Course, Row> rows = table.lock(learners.keySet());
        Map<UUID, Attempt> attempts = new HashMap<>();
        table.attempts(learners.values().stream()
                        .flatMap(List::stream)
                        .map(Load::attempt)
                        .distinct()
                        .toList())
                .forEach(attempt -> attempts.put(attempt.id(), attempt));
        rows.forEach((course, row) -> fold(course, row, learners.get(course), attempts));
        views(learners, attempts);
    }

    private void fold(Course course, Row row, List<Load> loads, Map<UUID, Attempt> attempts) {
        List<Attempt> changed = loads.stream()
                .map(Load::attempt)
                .distinct()
                .map(attempts::get)
                .filter(attempt -> !attempt.now().equals(attempt.before()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        changed.forEach(attempt -> {
            row.timeline().remove(Segments.parse(attempt.before()));
            row.timeline().add(Segments.parse(attempt.now()));
        });
        table.keep(course.tenant(), changed);
        table.save(course, measured(course, row, changed));
    }

    /** With twice the viewers the length is looked at again: the first page to tell it may have been wrong. */
    private Row measured(Course course, Row row, List<Attempt> changed) {
        Timeline timeline = row.timeline();
        boolean news = timeline.length() == 0
                && changed.stream().anyMatch(attempt -> attempt.length().isPresent());
        if (!news && timeline.viewers() < 2 * row.measured()) {
            return row;
        }
        long length = table.length(course).orElse(0L);
        return new Row(length == timeline.length() ? timeline : table.again(course, length), timeline.viewers());
    }

    private void views(Map<Course, List<Load>> learners, Map<UUID, Attempt> attempts) {
        Map<String, List<Load>> unseen = learners.values().stream()
                .flatMap(List::stream)
                .filter(load -> !load.viewed())
                .filter(load -> !attempts.get(load.attempt()).now().isEmpty())
                .filter(load -> load.played().at().isPresent())
                .collect(Collectors.groupingBy(load -> load.course().tenant()));
        unseen.forEach((tenant, loads) -> {
            Set<UUID> marked = Load.view(transaction, tenant, loads);
            loads.stream()
                    .filter(load -> marked.contains(load.id()))
                    .forEach(load -> load.played().at().ifPresent(at -> table.view(load.course(), at)));
        });
    }
}
