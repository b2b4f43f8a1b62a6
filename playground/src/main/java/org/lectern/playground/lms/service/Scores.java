package org.lectern.playground.lms.service;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.Times;
import org.lectern.playground.lms.course.Gradebook.Ways;
import org.lectern.playground.lms.course.LineItem;
import org.lectern.playground.lms.course.Mark;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;

/** Scores come in, results go out (AGS 2.0 §3.3 and 3.4). */
final class Scores {
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final int MOST = 100;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Set<String> ACTIVITY =
            new TreeSet<>(List.of("Initialized", "Started", "InProgress", "Submitted", "Completed"));
    private static final Set<String> GRADING =
            new TreeSet<>(List.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"));
    private static final Set<String> FIELDS = Set.of(
            "timestamp",
            "userId",
            "scoringUserId",
            "activityProgress",
            "gradingProgress",
            "scoreGiven",
            "scoreMaximum",
            "comment",
            "submission");

    private Scores() {}

    static Answer take(Asked asked, LineItem item, Switches switches, Clock clock) {
        Sent body = asked.body(SCORE);
        Instant now = clock.instant();
        Optional<Instant> timestamp = checked(body, now);
        Asked.sound(body);
        String subject = body.text("userId").orElseThrow();
        int ungradable = Integer.parseInt(switches.get(Switch.UNGRADABLE));
        Optional<Person> person = Person.ofSubject(subject).filter(Person::isStudent);
        if (person.isEmpty()) {
            throw ServiceRefused.of(
                    ungradable, "ungradable", "User " + subject + " is no student of this course, so has no grade.");
        }
        FailuresAsAsked.ofScore(switches);
        Ways ways = new Ways(switches.is(Switch.SCORE_CLOCK, "seconds"), switches.is(Switch.UNFINISHED, "keeps"));
        if (!asked.course().gradebook().put(item, subject, body.json(), timestamp.orElseThrow(), now, ways)) {
            throw ServiceRefused.of(
                    409,
                    "conflict",
                    "timestamp " + timestamp.get() + " is not later than that of the last score for user " + subject
                            + " in this column.");
        }
        return switches.is(Switch.SCORE_ANSWER, "204")
                ? Answer.empty(204)
                : Answer.empty(200).with("Content-Type", "application/json");
    }

    static Answer results(Asked asked, LineItem item) {
        asked.accepts(RESULTS);
        Parameters query = asked.request().query();
        Optional<String> wanted = query.find("user_id");
        List<Map.Entry<String, Mark>> all = asked.course().gradebook().marks(item.id()).entrySet().stream()
                .filter(entry -> wanted.map(entry.getKey()::equals).orElse(true))
                .toList();
        Paging paging = Paging.of(query, MOST);
        String self = asked.base() + "/lineitems/" + item.id() + "/lineitem/results";
        JsonArrayBuilder page = Json.createArrayBuilder();
        paging.of(all).forEach(entry -> page.add(result(asked, item, self, entry)));
        String address = self
                + asked.query()
                + wanted.map(id -> "&user_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        return paging.linked(Answer.of(200, RESULTS, page.build().toString()), address, all.size());
    }

    private static Optional<Instant> checked(Sent body, Instant now) {
        body.knowsOnly(FIELDS);
        body.need("timestamp");
        Optional<Instant> timestamp = Times.iso(body, "timestamp");
        timestamp
                .filter(at -> at.isAfter(now.plus(AHEAD)))
                .ifPresent(at -> body.fault("timestamp", "lies in the future: " + at + ", now is " + now + "."));
        body.needText("userId");
        body.text("scoringUserId");
        body.needOneOf("activityProgress", ACTIVITY);
        body.needOneOf("gradingProgress", GRADING);
        Optional<BigDecimal> given = body.number("scoreGiven");
        if (given.filter(points -> points.signum() < 0).isPresent()) {
            body.fault("scoreGiven", "must not be below zero, found " + given.get() + ".");
        }
        body.positive("scoreMaximum");
        if (body.has("scoreGiven")) {
            body.need("scoreMaximum");
        }
        body.text("comment");
        body.object("submission").ifPresent(submission -> {
            submission.knowsOnly(Set.of("startedAt", "submittedAt"));
            Times.iso(submission, "startedAt");
            Times.iso(submission, "submittedAt");
        });
        return timestamp;
    }

    private static JsonObjectBuilder result(Asked asked, LineItem item, String self, Map.Entry<String, Mark> entry) {
        JsonObjectBuilder result = Json.createObjectBuilder()
                .add("id", self + "/" + entry.getKey() + asked.query())
                .add("scoreOf", LineItems.address(asked, item))
                .add("userId", entry.getKey());
        entry.getValue().grade().ifPresent(grade -> {
            result.add("resultScore", grade.points()).add("resultMaximum", item.maximum());
            grade.comment().ifPresent(comment -> result.add("comment", comment));
        });
        return result;
    }
}
