package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A student watches in the LMS's frame, third-party cookies blocked; the institution's LRS hears of exactly that. */
@ExtendWith(Journey.class)
class WatchingIT {

    @Test
    void tellsTheVideoProfileToTheInstitutionThatSpeaksIt(Lectern lectern, Browser browser) throws Exception {
        Lrs own = lectern.lrs("acme");
        int before = own.statements().size();
        int others = lectern.lrs("umbrella").statements().size();

        List<JsonObject> told = Statements.lastSession(
                watch(lectern, browser, "acme", own, before, all -> Statements.isOver(Statements.lastSession(all))));
        assertThat(lectern.lrs("umbrella").statementsAfter(others)).isEmpty();
        assertThat(Statements.verbs(told))
                .containsSubsequence(
                        "initialized",
                        "played",
                        "paused",
                        "played",
                        "seeked",
                        "seeked",
                        "interacted",
                        "interacted",
                        "seeked",
                        "paused",
                        "terminated");
        assertThat(Statements.ofVerb(told, "seeked"))
                .as("a click, a drag, a click")
                .hasSize(3);
        assertThat(told.toString()).doesNotContain("Student One", "mailto:", "@");
        Statements.passTheJudges(told);
    }

    @Test
    void tellsKalturasVocabularyToTheInstitutionThatSpeaksIt(Lectern lectern, Browser browser) throws Exception {
        Instant begin = Instant.now();
        Lrs own = lectern.lrs("umbrella");
        int before = own.statements().size();
        int others = lectern.lrs("acme").statements().size();

        List<JsonObject> told = watch(
                lectern,
                browser,
                "umbrella",
                own,
                before,
                all -> Statements.ofVerb(all, "paused").size() >= 2);
        // What an earlier journey left open at acme may be ended just now, at the time of its last fact.
        assertThat(lectern.lrs("acme").statementsAfter(others))
                .filteredOn(statement ->
                        !Instant.parse(statement.getString("timestamp")).isBefore(begin))
                .isEmpty();
        assertThat(Statements.verbs(told))
                .containsSubsequence("play", "paused", "play", "skipped", "skipped", "interacted", "skipped", "paused");
        assertThat(Statements.ofVerb(told, "skipped"))
                .as("a click, a drag, a click")
                .hasSize(3);
        assertThat(told)
                .allSatisfy(
                        statement -> assertThat(statement.getJsonObject("actor").getJsonObject("account"))
                                .isNotNull());
        Statements.passTheJudges(told);
    }

    /** The browser stays open until the statements are there: closing it ends even what a page sent as its farewell. */
    private static List<JsonObject> watch(
            Lectern lectern,
            Browser browser,
            String institution,
            Lrs own,
            int before,
            Predicate<List<JsonObject>> over) {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course(institution, "student1", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(2)
                    .pauses()
                    .plays()
                    .clicksTimeline(0.5)
                    .watchesFor(1)
                    .dragsTimeline(0.5, 0.7)
                    .choosesSpeed("1.5x")
                    .choosesCaptions("English");
            student.takesPicture("player-watching-" + institution);
            student.clicksTimeline(0.95).watchesToTheEnd();
            student.leaves();
            return own.await(before, "over", over);
        }
    }
}
