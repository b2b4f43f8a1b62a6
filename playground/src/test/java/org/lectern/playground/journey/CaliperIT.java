package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lectern.adapter.judge.CaliperCheck;

/** One institution hears of the same things twice: as statements in its LRS, and as events at its Caliper endpoint. */
@ExtendWith(Journey.class)
class CaliperIT {

    @Test
    void aSessionArrivesAtTheCaliperEndpointInOrderAndIsValid(Lectern lectern, Browser browser) throws Exception {
        Events endpoint = lectern.events("acme");
        int before = endpoint.total();
        Lrs lrs = lectern.lrs("acme");
        int statements = lrs.statements().size();
        List<JsonObject> told;
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(2)
                    .pauses()
                    .plays()
                    .clicksTimeline(0.5)
                    .watchesFor(1)
                    .choosesSpeed("1.5x")
                    .choosesCaptions("English")
                    .clicksTimeline(0.95)
                    .watchesToTheEnd();
            endpoint.await(before, "ended", all -> actions(all).contains("Ended"));
            student.plays().watchesFor(1).leaves();
            lrs.await(statements, "over", all -> Statements.isOver(Statements.lastSession(all)));
            told = endpoint.await(
                    before,
                    "stopped once more",
                    all -> actions(all).contains("Restarted")
                            && actions(all).lastIndexOf("Paused") > actions(all).indexOf("Restarted"));
        }

        assertThat(Events.actions(told)).contains("LoggedIn");
        assertThat(actions(told))
                .containsSubsequence(
                        "Started",
                        "Paused",
                        "Resumed",
                        "JumpedTo",
                        "ChangedSpeed",
                        "EnabledClosedCaptioning",
                        "JumpedTo",
                        "Ended",
                        "Restarted",
                        "Paused")
                .containsOnlyOnce("Started", "Ended", "Restarted");
        assertThat(told)
                .allSatisfy(event -> assertThat(CaliperCheck.faults(event))
                        .as(event.toString())
                        .isEmpty());
        assertThat(CaliperCheck.sessionFaults(Events.lastSession(told))).isEmpty();
        assertThat(Events.lastSession(told)).allSatisfy(event -> {
            assertThat(event.getJsonObject("membership").getJsonArray("roles")).hasToString("[\"Learner\"]");
            assertThat(event.getJsonObject("federatedSession")
                            .getJsonObject("messageParameters")
                            .getString("iss"))
                    .isEqualTo(lectern.lms() + "/acme");
        });
        assertThat(told.stream().map(event -> event.get("federatedSession")).distinct())
                .as("one visit")
                .hasSize(1);
        assertThat(told.toString()).doesNotContain("Student One", "mailto:", "@acme");
        assertThat(endpoint.after(0).getInt("different")).isZero();
        assertThat(lectern.admin("lanes", "--tenant", "acme")).contains("events", "lrs");
    }

    /** Of the player that was started last. */
    private static List<String> actions(List<JsonObject> events) {
        return Events.actions(Events.lastSession(events));
    }
}
