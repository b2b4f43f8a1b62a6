package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.util.List;
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

        watch(lectern, browser, "acme");

        List<JsonObject> told = Statements.lastSession(
                own.await(before, "over", all -> Statements.isOver(Statements.lastSession(all))));
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
        Lrs own = lectern.lrs("umbrella");
        int before = own.statements().size();
        int others = lectern.lrs("acme").statements().size();

        watch(lectern, browser, "umbrella");
        own.await(before, "ended", told -> Statements.ofVerb(told, "paused").size() >= 2);
        List<JsonObject> told = own.statementsAfter(before);
        assertThat(lectern.lrs("acme").statementsAfter(others)).isEmpty();
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

    private static void watch(Lectern lectern, Browser browser, String institution) {
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
        }
    }
}
