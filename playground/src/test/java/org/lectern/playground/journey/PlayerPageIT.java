package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Position;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.judge.Shape;

/** The player's page: transcript, chapters, keys, tabs; and the players of other companies, of which the same is told. */
@ExtendWith(Journey.class)
class PlayerPageIT {

    private final Lectern lectern;
    private final Browser browser;

    PlayerPageIT(Lectern lectern, Browser browser) throws Exception {
        this.lectern = lectern;
        this.browser = browser;
        lectern.sql(
                entry("by-brightcove", "brightcove", "'account', '123', 'player', 'default', 'video', '456'"),
                entry("by-kaltura", "kaltura", "'partner', '1', 'uiconf', '2', 'entry', '0_abc'"),
                stream("in-hls", "master.m3u8"),
                stream("in-dash", "levels.mpd"),
                track(
                        "captions",
                        "en",
                        "00:00.000 --> 00:10.000\nThe <b>first</b> line\n\n00:10.000 --> 01:00.000\nAnother line\n"),
                track("captions", "de", "00:00.000 --> 00:10.000\nDie erste Zeile\n"));
    }

    @ParameterizedTest
    @CsvSource({"by-brightcove, student1", "by-kaltura, student2"})
    void tellsOfAnotherCompanysPlayerWhatItTellsOfItsOwn(String media, String person) throws Exception {
        Lrs own = lectern.lrs("acme");
        own.behave("ok");
        int before = own.statements().size();
        try (Learner student = Learner.at(browser)) {
            ForeignClouds clouds = ForeignClouds.around(student.page());
            open(student, person, media);
            List<String> complaints = complaints(student);
            Locator video = student.seesPlayerOfOthers();
            assertThat(clouds.asked().get(0))
                    .contains(media.equals("by-kaltura") ? "uiconf_id/2" : "/123/default_default/");
            video.evaluate("video => { video.muted = true; return video.play() }");
            student.watchesFor(1.5);
            video.evaluate("video => { video.currentTime = 30 }");
            student.page().waitForTimeout(1_200);
            video.evaluate("video => { video.playbackRate = 1.5 }");
            student.watchesFor(1);
            video.evaluate("video => video.pause()");
            student.page().waitForTimeout(700);
            student.takesPicture(media);
            student.leaves();
            List<JsonObject> told = own.await(before, "over", all -> Statements.isOver(Statements.lastSession(all)));
            assertThat(Statements.verbs(Statements.lastSession(told)))
                    .containsSubsequence("initialized", "played", "seeked", "interacted", "paused", "terminated");
            Statements.passTheJudges(Statements.lastSession(told));
            assertThat(complaints).as("refused by the policy").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"in-hls, student2", "in-dash, student1"})
    void aChosenQualityIsFetchedAtOnceAndTold(String media, String person) {
        Lrs own = lectern.lrs("acme");
        own.behave("ok");
        int before = own.statements().size();
        try (Learner student = Learner.at(browser)) {
            ForeignClouds clouds = ForeignClouds.around(student.page());
            List<String> complaints = complaints(student);
            open(student, person, media);
            student.seesPlayer().plays().watchesFor(0.5).choosesQuality("90p");
            awaitLines(student, 90);
            double position = student.position();
            int asked = clouds.asked().size();
            student.choosesBestQualityByKeys();
            awaitLines(student, 360);
            // All of it was loaded before the first choice; and no key moved the position.
            assertThat(clouds.asked().subList(asked, clouds.asked().size()))
                    .anyMatch(address -> address.endsWith("/level2.mp4"));
            assertThat(student.position()).isGreaterThan(position);
            student.takesPicture("quality-" + media);
            student.leaves();
            List<JsonObject> told = own.await(before, "over", all -> Statements.isOver(Statements.lastSession(all)));
            assertThat(Statements.ofVerb(Statements.lastSession(told), "interacted"))
                    .extracting(JsonObject::toString)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("extensions/quality\":90"),
                            second -> assertThat(second).contains("extensions/quality\":360"));
            assertThat(Statements.ofVerb(Statements.lastSession(told), "interacted"))
                    .allSatisfy(statement -> assertThat(new ExampleFiles("video-profile")
                                    .shape("interacted-quality")
                                    .differences(Shape.of(statement, lectern.namesOf("acme"))))
                            .as("as explained for all other examples")
                            .containsExactly("lacks $.actor.name", "lacks $.context.language"));
            assertThat(complaints).as("refused by the policy").isEmpty();
        }
    }

    @Test
    void aPhonePlaysAndSeeksByTouch() {
        var phone = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
        try (Learner student = Learner.at(browser, phone)) {
            student.open(lectern.course("umbrella", "student3", "division")).seesPlayer();
            student.frame()
                    .locator(".vjs-big-play-button:visible, .resume button:not(.primary):visible")
                    .tap();
            student.watchesFor(0.3);
            Locator player = student.frame().locator(".video-js");
            Locator timeline = student.frame().locator(".vjs-progress-control");
            Await.until(java.time.Duration.ofSeconds(20), () -> "past the half", () -> {
                // A tap on the picture only shows the bar.
                if (player.getAttribute("class").contains("vjs-user-inactive")) {
                    player.tap(new Locator.TapOptions().setPosition(new Position(150, 40)));
                } else {
                    BoundingBox bar = timeline.boundingBox();
                    student.page().touchscreen().tap(bar.x + bar.width * 0.7, bar.y + bar.height / 2);
                }
                student.page().waitForTimeout(600);
                return student.position() > 40;
            });
            student.takesPicture("phone-playing");
        }
    }

    @Test
    void asksNobodyElseWhileItsOwnPlayerPlays() {
        try (Learner student = Learner.at(browser)) {
            ForeignClouds clouds = ForeignClouds.around(student.page());
            student.open(lectern.course("acme", "student4", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(0.5);
            assertThat(clouds.asked()).isEmpty();
        }
    }

    @Test
    void transcriptIsSearchedAndWalkedThroughByKeyboardAlone() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "teacher", "intro")).seesPlayer();
            FrameLocator page = student.frame();
            Locator search = page.locator("#transcript-search");
            search.focus();
            search.press("Enter");
            Locator focused = page.locator(".lines button:focus");
            assertThat(focused).hasCount(1);
            String first = focused.innerText();
            focused.press("ArrowDown");
            assertThat(focused).not().hasText(first);
            student.page().keyboard().press("Enter");
            Await.until(Journey.PATIENCE, () -> "there", () -> student.position() > 1);
            int all = page.locator(".lines li:visible").count();
            search.fill("mitochondria");
            assertThat(page.locator(".transcript [role=status]")).not().isEmpty();
            assertThat(page.locator(".lines li:visible").count()).isPositive().isLessThan(all);
            assertThat(page.locator(".lines mark").first()).isVisible();
            search.press("Escape");
            assertThat(page.locator(".lines li:visible")).hasCount(all);
        }
    }

    @Test
    void keysWorkInThePlayerAndTheirListSaysSo() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student3", "division"))
                    .seesPlayer()
                    .plays();
            Page page = student.page();
            page.keyboard().press("k");
            Await.until(Journey.PATIENCE, () -> "paused", () ->
                    (boolean) student.frame().locator("video").evaluate("v => v.paused"));
            double from = student.position();
            page.keyboard().press("l");
            Await.until(Journey.PATIENCE, () -> "10 s on", () -> student.position() > from + 9);
            page.keyboard().press("m");
            Await.until(Journey.PATIENCE, () -> "silent", () ->
                    (boolean) student.frame().locator("video").evaluate("v => v.muted"));
            page.keyboard().press("?");
            assertThat(student.frame().locator("dialog.keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(student.frame().locator("dialog.keys")).isHidden();
        }
    }

    @Test
    void everyTabIsGoodForEverybody() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("umbrella", "teacher", "intro") + "&window=1");
            Page page = student.page();
            assertThat(page.locator(".lines li").first()).isVisible();
            student.looks(1100, ColorScheme.LIGHT).findsItAccessible("player-light-1100");
            student.looks(1100, ColorScheme.DARK).findsItAccessible("player-dark-1100");
            Keyboard.at(page).walks("player with room", 8);
            student.looks(600, ColorScheme.LIGHT);
            List<String> names = page.getByRole(AriaRole.TAB).allInnerTexts();
            assertThat(names).contains("Transcript", "About");
            for (String name : names) {
                page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name))
                        .click();
                student.findsItGoodForEverybody("player-" + name.toLowerCase(java.util.Locale.ROOT), 4);
            }
        }
    }

    private void open(Learner student, String person, String media) {
        student.open(lectern.course("acme", person, "intro")).seesPlayer();
        Frame frame = student.page().frames().get(1);
        frame.evaluate("""
                media => {
                  const { renew, token } = JSON.parse(document.getElementById('lectern-session').textContent);
                  const form = Object.assign(document.createElement('form'), { method: 'post', action: `${renew}/open` });
                  for (const [name, value] of Object.entries({ token, media })) {
                    form.append(Object.assign(document.createElement('input'), { name, value }));
                  }
                  document.body.append(form);
                  form.submit();
                }""", media);
        assertThat(student.frame().locator("h1")).containsText("Cells by");
    }

    private static void awaitLines(Learner student, int lines) {
        Locator video = student.frame().locator("video");
        Await.until(
                java.time.Duration.ofSeconds(10),
                () -> "a picture of " + lines + " lines",
                () -> lines == (int) video.evaluate("video => video.videoHeight"));
    }

    private static List<String> complaints(Learner student) {
        List<String> complaints = new ArrayList<>();
        student.page().onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    private static String entry(String id, String player, String settings) {
        return "insert into video (tenant, id, title, state, owner, source) values ('acme', '" + id + "', 'Cells by "
                + player
                + "', 'unlisted', 'nobody', jsonb_build_object('kind', 'embedded', 'player', '" + player
                + "', 'settings', jsonb_build_object(" + settings + "))) on conflict do nothing";
    }

    private static String stream(String id, String manifest) {
        return "insert into video (tenant, id, title, state, owner, source) values ('acme', '" + id
                + "', 'Cells by levels', 'unlisted', 'nobody', jsonb_build_object('kind', 'address', 'url',"
                + " 'https://streams.example.net/" + manifest + "')) on conflict do nothing";
    }

    private static String track(String kind, String language, String cues) {
        return "insert into text_track (tenant, media, kind, language, webvtt, cues, changed) values ('acme', 'by-brightcove', '"
                + kind + "', '" + language + "', E'WEBVTT\n\n" + cues + "', 1, now()) on conflict do nothing";
    }
}
