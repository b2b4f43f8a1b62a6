package org.lectern.playground.lms;

import static org.lectern.playground.web.Page.escape;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.lms.course.Gradebook;
import org.lectern.playground.lms.course.LineItem;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Mark;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Scripted;

/** People by columns; the script asks for {@link #table} again and again. */
final class GradebookPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Map<String, String> PROGRESS = Map.of(
            "Initialized", "not begun",
            "Started", "begun",
            "InProgress", "in progress",
            "Submitted", "submitted",
            "Completed", "completed",
            "FullyGraded", "graded",
            "Pending", "not graded yet",
            "PendingManual", "waits for the teacher",
            "Failed", "grading failed",
            "NotReady", "nothing to grade");

    private GradebookPage() {}

    static String page(Where where) {
        String main =
                """
                <h1>Gradebook</h1>
                <p>New scores appear by themselves. Times are UTC.</p>
                <div id="gradebook" data-address="%s">%s</div>%s""".formatted(escape(where.page("gradebook") + "&fragment=1"), table(where), Scripted.run("lms.js"));
        String header = LmsPages.crumbs(where.platform(), "Gradebook")
                + "<a href=\"%s\">Back to the course</a>".formatted(escape(where.page("course")));
        return Page.of("Gradebook of " + where.course().title(), header, main);
    }

    static String table(Where where) {
        Gradebook gradebook = where.course().gradebook();
        List<LineItem> columns = gradebook.columns();
        if (columns.isEmpty()) {
            return "<p class=\"empty\">No column yet. A graded video makes one.</p>";
        }
        StringBuilder heads = new StringBuilder("<th scope=\"col\">Student</th>");
        columns.forEach(
                column -> heads.append("<th scope=\"col\" data-column=\"%s\">%s <span class=\"soft\">of %s</span></th>"
                        .formatted(escape(column.id()), escape(column.label()), column.points())));
        StringBuilder rows = new StringBuilder();
        Person.EVERYBODY.stream().filter(Person::isStudent).forEach(person -> {
            rows.append("<tr><th scope=\"row\">").append(escape(person.title())).append("</th>");
            columns.forEach(column -> rows.append(cell(where, column, person)));
            rows.append("</tr>");
        });
        return """
                <div class="wide" role="region" aria-label="Scores" tabindex="0"><table class="grades"><thead><tr>%s</tr></thead>
                <tbody>%s</tbody></table></div>""".formatted(heads, rows);
    }

    private static String cell(Where where, LineItem column, Person person) {
        Optional<Mark> mark = where.course().gradebook().mark(column.id(), person.subject());
        return "<td data-person=\"%s\" data-column=\"%s\">%s</td>"
                .formatted(
                        person.id(),
                        escape(column.id()),
                        mark.map(found -> filled(found) + review(where, column, person))
                                .orElse("<span class=\"soft\">–</span>"));
    }

    private static String filled(Mark mark) {
        String points = mark.grade()
                .map(grade -> grade.points().stripTrailingZeros().toPlainString())
                .orElse("–");
        String comment = mark.grade()
                .flatMap(Mark.Grade::comment)
                .map(text -> "<span class=\"comment\">" + escape(text) + "</span>")
                .orElse("");
        return "<strong class=\"score\">%s</strong> <span class=\"progress\">%s, %s</span>%s <span class=\"changed soft\">%s</span>"
                .formatted(
                        points,
                        PROGRESS.get(mark.text("activityProgress")),
                        PROGRESS.get(mark.text("gradingProgress")),
                        comment,
                        TIME.format(mark.received()));
    }

    private static String review(Where where, LineItem column, Person person) {
        return where.course().links().stream()
                .filter(link -> link.column().filter(column.id()::equals).isPresent())
                .findFirst()
                .map(Link::id)
                .map(link -> " <a class=\"review\" href=\"%s\" aria-label=\"Review the work of %s\">Review</a>"
                        .formatted(escape(where.plain().at(link) + "&review=" + person.id()), escape(person.title())))
                .orElse("");
    }
}
