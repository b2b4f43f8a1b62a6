package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody watches without a network until their time in the activity has run out, and is on line again. */
@ExtendWith(Journey.class)
class ExpiryIT {

    private static final Duration FORGOTTEN = Duration.ofSeconds(45);

    private final Lectern lectern;
    private final Browser browser;

    ExpiryIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @Test
    void whatWaitedWhileTheSessionEndedIsToldAndAReloadSaysWhatToDo() throws Exception {
        Lrs acme = lectern.lrs("acme");
        int before = acme.statements().size();
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student6", "division")).seesPlayer();
            String token = token(student);
            student.plays();
            acme.await(
                    before,
                    "told of the start",
                    told -> Statements.verbs(told).containsAll(List.of("initialized", "played")));

            student.losesTheNetwork().watchesFor(1).pauses();
            int told = acme.statements().size();
            lectern.endSessions("acme");
            Await.until(FORGOTTEN, () -> "a session that has ended", () -> status(token) == 401);
            assertThat(Statements.verbs(acme.statementsAfter(told))).doesNotContain("paused");

            student.hasTheNetworkAgain();
            List<JsonObject> late = acme.await(
                    told, "told of the pause", all -> Statements.verbs(all).contains("paused"));
            assertThat(Statements.verbs(late)).containsOnlyOnce("paused");
            assertThat(acme.changed()).isEmpty();

            student.frame().locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            assertThat(student.frame().locator("main")).containsText("from your course");
            assertThat(student.frame().locator("video")).hasCount(0);
            student.takesPicture("session-ended");
        }
    }

    private static String token(Learner student) {
        return (String)
                student.frame().locator("#lectern-session").evaluate("block => JSON.parse(block.textContent).token");
    }

    private int status(String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(lectern.gateway() + "/api/v1/viewing?media=division"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
