package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What binds a launch to its browser when cookies are kept from frames: in part, as browsers do today, or all of them. */
@ExtendWith(Journey.class)
class CarriersIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Lectern lectern;
    private final Browser browser;

    @TempDir
    Path profile;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storage=on",
                "storage=on&storage-target=lti_storage",
                "dialect=canvas",
                "dialect=blackboard",
                "dialect=sakai",
                "dialect=brightspace"
            })
    void platformStorageCarriesWhereNoCookieIsKeptInFrames(String platform) throws Exception {
        lectern.practise("acme", platform);
        try (NoCookiesInFrames guarded = new NoCookiesInFrames(lectern, profile);
                Learner student = guarded.learner()) {
            student.open(lectern.course("acme", "student1", "intro"))
                    .seesPlayer()
                    .plays();
            assertThat(lastCarrier()).isEqualTo("storage");

            student.frame().locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            student.seesPlayer();
            student.page().reload();
            student.seesPlayer().plays();
            student.open(lectern.course("acme", "student1", "division")).seesPlayer();
        }
    }

    @Test
    void severalPlayersAndTabsKeepTheirSecretsApart() throws Exception {
        lectern.practise("acme", "storage=on");
        try (NoCookiesInFrames guarded = new NoCookiesInFrames(lectern, profile);
                Learner student = guarded.learner();
                Learner otherTab = guarded.learner()) {
            student.open(lectern.course("acme", "student3", "two"));
            otherTab.open(lectern.course("acme", "student2", "division"));
            student.look(0).seesPlayer().plays();
            student.look(1).seesPlayer().plays();
            otherTab.seesPlayer();
            assertThat(lastCarrier()).isEqualTo("storage");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage=off", "storage=mobile"})
    void windowCarriesWhereNothingElseDoes(String platform) throws Exception {
        lectern.practise("acme", platform);
        Lrs lrs = lectern.lrs("acme");
        int before = lrs.statements().size();
        try (NoCookiesInFrames guarded = new NoCookiesInFrames(lectern, profile);
                Learner student = guarded.learner()) {
            Map<String, Long> asked = times(student.page());
            student.open(lectern.course("acme", "student2", "intro"));
            Locator way = student.frame().locator("#open");
            assertThat(way).isVisible();
            if (platform.equals("storage=mobile")) {
                long waited = asked.get("unbound") - asked.get("tried");
                assertThat(Duration.ofNanos(waited)).isLessThan(LONGEST_WAIT);
            }
            student.takesPicture("window-offered-" + platform.replace('=', '-'));
            Page window = student.page().waitForPopup(way::click);
            assertThat(student.frame().locator("#opened")).not().isEmpty();
            Locator play = window.locator(".vjs-big-play-button");
            assertThat(play).isVisible();
            play.click();
            window.waitForFunction("() => document.querySelector('video').currentTime > 0");
            assertThat(window.evaluate("() => window.opener === null")).isEqualTo(true);
            assertThat(lastCarrier()).isEqualTo("window");
            lrs.await(
                    before,
                    "played in the window",
                    told -> Statements.verbs(told).contains("played"));

            Page again = student.page().waitForPopup(way::click);
            assertThat(again.locator("code").last()).hasText("state.used");
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

    /** A window, since only there Chromium lets a page of ours keep anything on disk. */
    @Test
    void factsThatOutlivedTheirSessionAreKeptAndArriveWithTheNextLaunch() throws Exception {
        Lrs lrs = lectern.lrs("acme");
        int before = lrs.statements().size();
        try (Learner student = Learner.at(browser)) {
            Page page = student.page();
            page.route(
                    "**/api/v1/facts",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(401)));
            page.navigate(lectern.course("acme", "student3", "intro") + "&window=1");
            page.locator(".vjs-big-play-button").click();
            assertThat(page.locator("#message")).containsText("Open this activity again from your course");
            page.waitForFunction("() => document.querySelector('video').currentTime > 1");
            assertThat(Statements.verbs(lrs.statementsAfter(before))).doesNotContain("played");

            page.unroute("**/api/v1/facts");
            page.navigate(lectern.course("acme", "student3", "division") + "&window=1");
            assertThat(page.locator(".vjs-big-play-button")).isVisible();
            lrs.await(
                    before,
                    "the facts of the session before",
                    told -> Statements.verbs(told).contains("played"));
        }
    }

    /** When pages were first asked for, by the last word of their path or the one that matters. */
    private static Map<String, Long> times(Page page) {
        Map<String, Long> first = new ConcurrentHashMap<>();
        page.onRequest(request -> List.of("tried", "unbound").stream()
                .filter(word -> request.url().contains("/lti/login/" + word))
                .forEach(word -> first.putIfAbsent(word, System.nanoTime())));
        return first;
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
