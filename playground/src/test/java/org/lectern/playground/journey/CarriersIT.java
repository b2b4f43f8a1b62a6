package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What binds a launch to its browser where third-party cookies are off, and what going back and forward does. */
@ExtendWith(Journey.class)
class CarriersIT {

    private final Lectern lectern;
    private final Browser browser;

    CarriersIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @AfterEach
    void byTheBookAgain() {
        lectern.practise("acme", "reset=yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage=off", "storage=on", "dialect=canvas", "storage=mobile"})
    void cookieIsEnoughWhereThirdPartyCookiesAreOff(String platform) throws Exception {
        lectern.practise("acme", platform);
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro")).seesPlayer();
            String kept = (String) student.frame().locator("body").evaluate("""
                    () => {
                      document.cookie = 'plain=1; Secure; SameSite=None';
                      document.cookie = 'apart=1; Secure; SameSite=None; Partitioned';
                      return document.cookie;
                    }""");
            assertThat(kept).as("third-party cookies are off").isEqualTo("apart=1");
            assertThat(lastCarrier()).isEqualTo("cookie");
        }
    }

    @Test
    void backAndForwardGiveThePlayersBack() throws Exception {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro")).seesPlayer();
            student.open(lectern.course("acme", "student1", "division")).seesPlayer();
            student.page().goBack();
            student.seesPlayer();
            assertThat(student.frame().locator("h1")).containsText("Introduction");
            student.page().goForward();
            student.seesPlayer();
            assertThat(student.frame().locator("h1")).containsText("Cell division");
        }
    }

    private String lastCarrier() throws IOException, InterruptedException {
        String printed = lectern.admin("launches", "--json");
        try (var reader = Json.createReader(new StringReader(printed))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(launch -> launch.getString("verdict").equals("accepted"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no accepted launch in " + printed))
                    .getString("carrier");
        }
    }
}
