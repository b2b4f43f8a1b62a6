package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens around the player: frames, windows, reloads, the gallery and launches that are refused. */
@ExtendWith(Journey.class)
class FramesIT {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");

    private final Lectern lectern;
    private final Browser browser;

    FramesIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @BeforeEach
    void bothListen() {
        lectern.lrs("acme").behave("ok");
    }

    @Test
    void twoPlayersOnOnePageBothPlay() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student3", "two")).seesPlayer().plays();
            student.look(1).seesPlayer().plays().watchesFor(1);
            double second = student.position();
            student.look(0).watchesFor(1);
            assertThat(second).isPositive();
            student.takesPicture("two-players");
        }
    }

    @Test
    void reloadOfFrameAndPageGivesThePlayerBack() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "teacher", "intro")).seesPlayer();
            student.frame().locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            student.seesPlayer();
            assertThat(student.frame().locator("h1")).containsText("Introduction");
            student.page().reload();
            student.seesPlayer().plays();
        }
    }

    @Test
    void opensInAWindowOfItsOwn() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("umbrella", "teacher", "division"));
            Page window = student.page()
                    .waitForPopup(() -> student.page()
                            .getByText("Open in a new window")
                            .first()
                            .click());
            assertThat(window.locator(".vjs-big-play-button")).isVisible();
            window.locator(".vjs-big-play-button").click();
            window.waitForFunction("() => document.querySelector('video').currentTime > 0");
        }
    }

    @Test
    void frameThatMayNotFillTheScreenOffersAWindowAndAsksForTheHeightItNeeds() {
        try (Learner student = Learner.at(browser)) {
            student.page().route("**/acme/course?*", route -> {
                APIResponse page = route.fetch();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(page)
                        .setBody(page.text().replaceAll("allow=\"fullscreen[^\"]*\" allowfullscreen", "")));
            });
            student.page()
                    .addInitScript("addEventListener('message', e => { if (e.data.subject === 'lti.frameResize')"
                            + " document.documentElement.dataset.asked = e.data.height })");
            student.open(lectern.course("acme", "student2", "division")).seesPlayer();
            Locator offer = student.frame().locator("#window button");
            Page window = student.page().waitForPopup(offer::click);
            assertThat(window.locator("h1")).containsText("Cell division");
            assertThat(window.locator("#window button")).hasCount(0);
            assertThat(student.frame().locator("#window [role=status]")).isVisible();
            String asked = student.page().locator("html").getAttribute("data-asked");
            assertThat(Integer.parseInt(asked)).isBetween(400, 2_000);
        }
    }

    @Test
    void galleryOpensAVideoAndExplainsOneThatIsGone() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "anonymous", "gallery"));
            FrameLocator gallery = student.frame();
            Locator division = gallery.getByText("Cell division");
            assertThat(division).isVisible();
            student.takesPicture("gallery");
            division.click();
            student.seesPlayer();
            assertThat(gallery.locator("h1")).containsText("Cell division");

            student.open(lectern.course("acme", "anonymous", "gallery"));
            division.evaluate("button => { button.value = 'no-such-video' }");
            division.click();
            assertThat(gallery.locator("h1")).not().containsText("Videos");
            assertThat(gallery.locator("video")).hasCount(0);
            student.takesPicture("unknown-video");
            assertThat(gallery.locator("main").innerText()).doesNotContain("Exception", "404", "500");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "expired",
        "no-kid",
        "wrong-kid",
        "bad-signature",
        "alg-none",
        "malformed",
        "no-nonce",
        "wrong-nonce",
        "wrong-state",
        "wrong-audience",
        "unknown-deployment",
        "wrong-message-type",
        "wrong-version",
        "error"
    })
    void refusedLaunchShowsARecoveryPageWithANumberAndOpensNoSession(String fault) throws Exception {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro") + "&break=" + fault);
            Locator number = student.frame().locator("code").first();
            assertThat(number).hasText(NUMBER);
            assertThat(student.frame().locator("#lectern-session")).hasCount(0);
            assertThat(student.frame().locator("h1")).hasCount(1);
            if (fault.equals("expired") || fault.equals("unknown-deployment")) {
                student.takesPicture("refused-" + fault);
            }
            if (fault.equals("expired")) {
                JsonObject logged = launchOf(number.textContent().strip().split(" ")[0]);
                assertThat(logged.getString("verdict")).isNotEqualTo("accepted");
            }
        }
    }

    private JsonObject launchOf(String number) throws Exception {
        String printed = lectern.admin("launches", "--json");
        try (var reader = Json.createReader(new StringReader(printed))) {
            List<JsonObject> items = reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class);
            return items.stream()
                    .filter(item -> item.toString().contains(number))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no launch " + number + " in " + printed));
        }
    }
}
