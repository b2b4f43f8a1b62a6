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

    private static final String V = "https://w3id.org/xapi/video/extensions/";

    @Test
    void tellsTheVideoProfileToTheInstitutionThatSpeaksIt(Lectern lectern, Browser browser) throws Exception {
        Lrs own = lectern.lrs("acme");
        int before = own.statements().size();
        int others = lectern.lrs("umbrella").statements().size();

        watch(lectern, browser, "acme");

        List<JsonObject> told = own.await(before, "over", Statements::isOver);
        System.err.println(Statements.verbs(told));
        told.forEach(System.err::println);
        assertThat(lectern.lrs("umbrella").statementsAfter(others)).isEmpty();
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
        System.err.println(Statements.verbs(told));
        told.forEach(System.err::println);
        assertThat(lectern.lrs("acme").statementsAfter(others)).isEmpty();
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
