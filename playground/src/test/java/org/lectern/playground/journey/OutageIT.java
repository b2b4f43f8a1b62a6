package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An institution's LRS goes away while people watch, and comes back. */
@ExtendWith(Journey.class)
class OutageIT {

    private final Lectern lectern;
    private final Browser browser;

    OutageIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @AfterEach
    void bothListen() {
        lectern.lrs("acme").behave("ok");
    }

    @Test
    void everythingArrivesOnceAfterAnOutageAndTheOtherInstitutionNoticesNothing() throws Exception {
        Lrs acme = lectern.lrs("acme");
        Lrs umbrella = lectern.lrs("umbrella");
        int acmeBefore = acme.statements().size();
        int umbrellaBefore = umbrella.statements().size();
        acme.behave("down");
        // The browsers stay open to the end: closing one ends even what a page sent as its farewell.
        try (Learner atAcme = Learner.at(browser);
                Learner atUmbrella = Learner.at(browser)) {
            watch(atAcme, "acme");
            watch(atUmbrella, "umbrella");
            umbrella.await(
                    umbrellaBefore,
                    "told of the pause",
                    told -> Statements.verbs(told).contains("paused"));
            assertThat(acme.statementsAfter(acmeBefore)).isEmpty();

            acme.behave("ok");
            List<JsonObject> told = Statements.lastSession(
                    acme.await(acmeBefore, "over", all -> Statements.isOver(Statements.lastSession(all))));

            assertThat(Statements.verbs(told)).containsSubsequence("initialized", "played", "paused", "terminated");
            assertThat(told).extracting(statement -> statement.getString("id")).doesNotHaveDuplicates();
            assertThat(acme.changed()).isEmpty();
            Statements.passTheJudges(told);
        }
    }

    private void watch(Learner student, String institution) {
        student.open(lectern.course(institution, "student2", "division"))
                .seesPlayer()
                .plays()
                .watchesFor(1)
                .pauses()
                .leaves();
    }
}
