package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A teacher adds videos: files over good and bad connections, recordings, addresses; and what is no video. */
@ExtendWith(Journey.class)
class AddingIT {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final Path CLIP = Path.of("clips", "division.mp4");

    @TempDir
    private Path folder;

    private final Lectern lectern;
    private final Browser browser;

    AddingIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @Test
    void aFileBecomesAVideoThatPlaysAndIsToldAndStandsInACourseWithItsPicture() throws IOException {
        Lrs lrs = lectern.lrs("acme");
        lrs.behave("ok");
        int before = lrs.statements().size();
        String title = "Zellen <b>teilen</b> " + System.nanoTime();
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "gallery"));
            FrameLocator frame = teacher.frame();
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Add a video"))
                    .first()
                    .click();
            frame.locator("#file").setInputFiles(CLIP);
            assertThat(frame.locator("canvas.still")).isVisible();
            frame.getByLabel("Title").fill(title);
            frame.getByLabel("Title").press("Enter");
            assertThat(frame.locator("#current-heading")).hasText("“" + title + "” is in the library", patiently());
            teacher.takesPicture("upload-added");
            press(frame, "Details and publishing");
            frame.getByLabel("Unlisted").check();
            assertThat(frame.getByText("Saved.")).isVisible();
            press(frame, "Watch");
            teacher.seesPlayer().plays().watchesFor(1);
            putsInTheCourse(teacher, title);
        }
        Await.until(
                PATIENCE,
                () -> "the upload's statement",
                () -> lrs.statementsAfter(before).stream()
                        .map(Object::toString)
                        .anyMatch(statement -> statement.contains("verbs/uploaded") && statement.contains("teilen")));
    }

    /** By deep linking; the course page shows the picture, which the LMS may fetch as often as it likes, as nobody in particular. */
    private void putsInTheCourse(Learner teacher, String title) throws IOException {
        teacher.open(lectern.lms() + "/acme/library?person=teacher");
        teacher.frame()
                .locator(".pick")
                .filter(new Locator.FilterOptions().setHasText(title))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        press(teacher.frame(), "Add 1 video");
        Locator picture = teacher.page().locator(".course nav .thumbnail").last();
        assertThat(picture).isVisible();
        Await.until(PATIENCE, () -> "the picture on the course page", () ->
                (boolean) picture.evaluate("i => i.complete && i.naturalWidth > 0"));
        teacher.takesPicture("course-with-thumbnail");
        String address = picture.getAttribute("src");
        try (Learner nobody = Learner.at(browser)) {
            APIResponse fetched = nobody.page().request().get(address);
            assertThat(fetched.status()).isEqualTo(200);
            assertThat(fetched.headers()).containsEntry("content-type", "image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(fetched.body())).getWidth())
                    .isPositive();
            assertThat(nobody.page()
                            .request()
                            .get(address.replace("/thumbnail", ""))
                            .status())
                    .as("the video by the same link")
                    .isEqualTo(403);
            nobody.page().request().post(lectern.lms() + "/acme/reset");
        }
    }

    @Test
    void anUploadGoesOnByItselfWhenTheConnectionIsBack() throws IOException {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            SlowLine line = SlowLine.of(page);
            upload(page, large(), "Lost and found");
            SlowLine.awaitSome(page);
            teacher.takesPicture("upload-under-way");
            line.isLost();
            assertThat(page.getByText("The connection is lost.").first()).isVisible(visible());
            teacher.takesPicture("upload-lost");
            line.isBack();
            assertThat(page.locator("#current-heading")).hasText("“Lost and found” is in the library", patiently());
        }
    }

    @Test
    void anUploadGoesOnByItselfAfterAReload() throws IOException {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            page.onDialog(dialog -> dialog.accept());
            SlowLine.of(page);
            upload(page, large(), "Reloaded");
            SlowLine.awaitSome(page);
            page.reload();
            assertThat(page.locator("#current-heading")).hasText("Uploading “Reloaded”", patiently());
            assertThat(page.locator("#current-heading")).hasText("“Reloaded” is in the library", patiently());
        }
    }

    @Test
    void aPausedUploadWaitsAndADiscardedOneIsGone() throws IOException {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            SlowLine.of(page);
            upload(page, large(), "Second thoughts");
            SlowLine.awaitSome(page);
            button(page, "Pause").click();
            assertThat(page.locator("#current .soft")).containsText("Paused at");
            button(page, "Resume").click();
            assertThat(page.locator("#current .soft")).containsText("left", patientlyContaining());
            button(page, "Discard").click();
            teacher.takesPicture("upload-discard");
            button(page, "Discard it").click();
            assertThat(page.locator("#current")).isHidden();
            assertThat(page.locator("#status")).hasText("The upload is discarded.");
        }
    }

    @Test
    void aRecordingBecomesAVideo() {
        Lrs lrs = lectern.lrs("acme");
        lrs.behave("ok");
        int before = lrs.statements().size();
        try (Learner teacher = Learner.at(
                browser,
                new Browser.NewContextOptions()
                        .setViewportSize(1000, 900)
                        .setPermissions(List.of("camera", "microphone")))) {
            Page page = adding(teacher);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Record"))
                    .click();
            button(page, "Start recording").click();
            assertThat(page.getByText("Recording, 0:03")).isVisible(visible());
            teacher.takesPicture("upload-recording");
            button(page, "Stop recording").click();
            page.getByLabel("Title").fill("Recorded here");
            teacher.takesPicture("upload-recorded");
            button(page, "Upload the recording").click();
            assertThat(page.locator("#current-heading")).hasText("“Recorded here” is in the library", patiently());
            button(page, "Watch it").click();
            isNoLiveStream(page);
        }
        Await.until(
                PATIENCE,
                () -> "the statement of the recorder's launch",
                () -> lrs.statementsAfter(before).stream()
                        .map(Object::toString)
                        .anyMatch(statement ->
                                statement.contains("verbs/launched") && statement.contains("/apps/recorder")));
    }

    /** Browsers write recordings without their length and without an index. */
    private static void isNoLiveStream(Page page) {
        page.waitForFunction("() => document.querySelector('video')?.readyState >= 1");
        Locator video = page.locator("video").first();
        double length = ((Number) video.evaluate("video => video.duration")).doubleValue();
        org.assertj.core.api.Assertions.assertThat(length).isBetween(2.5, 30.0);
        page.locator(".vjs-big-play-button").click();
        assertThat(page.locator(".vjs-duration-display")).hasText(Pattern.compile("0:\\d\\d"));
        Locator timeline = page.locator(".vjs-progress-holder");
        timeline.click(new Locator.ClickOptions().setPosition(timeline.boundingBox().width * 0.6, 2));
        Await.until(
                PATIENCE,
                () -> "past the half",
                () -> ((Number) video.evaluate("video => video.currentTime")).doubleValue() > length * 0.55);
    }

    @Test
    void whatOnlyPosesAsAVideoIsRefusedInWords() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            byte[] drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    .getBytes(StandardCharsets.UTF_8);
            page.locator("#file").setInputFiles(new FilePayload("film.mp4", "video/mp4", drawing));
            button(page, "Upload").click();
            assertThat(page.locator("#message")).containsText("upload.not_a_video", patientlyContaining());
            teacher.takesPicture("upload-refused");
            page.locator("#file").setInputFiles(new FilePayload("page.html", "text/html", drawing));
            assertThat(page.getByText("This file is no video that can be played here."))
                    .isVisible();
        }
    }

    @Test
    void videosElsewhereAreAddedAndTypingMistakesNamed() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            tab(page, "An address");
            page.getByLabel("Address of the video").fill("https://cdn.example.net/page.html");
            button(page, "Add it").click();
            assertThat(page.getByText("Enter an address that begins with https://"))
                    .isVisible();
            page.getByLabel("Address of the video").fill("https://cdn.example.net/film.mp4");
            page.getByLabel("Title").fill("Far away");
            button(page, "Add it").click();
            assertThat(page.locator("#current-heading")).hasText("“Far away” is in the library");
            page.getByLabel("Address of the video").fill("https://cdn.example.net/now.m3u8");
            page.getByLabel("Title").fill("Right now");
            page.getByLabel("This is a live stream").check();
            button(page, "Add it").click();
            assertThat(page.locator("#current-heading")).hasText("“Right now” is in the library");
            tab(page, "Brightcove or Kaltura");
            page.getByText("Kaltura", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByLabel("Partner id").fill("1091");
            page.getByLabel("Player id (uiconf)").fill("15088771");
            page.getByLabel("Entry id").fill("nonsense");
            page.locator("#panel-players").getByLabel("Title").fill("At Kaltura’s");
            page.locator("#panel-players").getByText("Add it").click();
            assertThat(page.getByText("Check this: Entry id.")).isVisible();
            teacher.takesPicture("upload-players");
            page.getByLabel("Entry id").fill("0_wifqaipd");
            page.locator("#panel-players").getByText("Add it").click();
            assertThat(page.locator("#current-heading")).hasText("“At Kaltura’s” is in the library");
            aLiveStreamIsSaidToBeOne(teacher);
        }
    }

    /** To who looks after it, who grades, and who asks how it was watched. */
    private void aLiveStreamIsSaidToBeOne(Learner teacher) {
        teacher.open(lectern.course("acme", "teacher", "gallery") + "&window=1");
        Page page = teacher.page();
        button(page, "Your videos").click();
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("Right now"));
        assertThat(card.locator(".duration")).hasText("Live");
        card.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("This is a live stream.")).isVisible();
        page.getByLabel("Unlisted").check();
        assertThat(page.getByText("Saved.")).isVisible();
        teacher.findsItAccessible("studio-live");
        teacher.open(lectern.lms() + "/acme/library?person=teacher&window=1");
        page.locator(".pick")
                .filter(new Locator.FilterOptions().setHasText("Right now"))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        Locator chosen = page.locator(".pick.chosen");
        assertThat(chosen).containsText("it gives no grade");
        assertThat(chosen.locator("select")).hasCount(0);
        teacher.findsItAccessible("picker-live");
    }

    @Test
    void theKeyboardAloneChoosesAWay() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("A file"))
                    .focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("An address")))
                    .isFocused();
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("Address of the video")).isFocused();
        }
    }

    @Test
    void everyWayIsGoodForEverybody() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = adding(teacher);
            for (String way : List.of("A file", "Record", "An address", "Brightcove or Kaltura")) {
                tab(page, way);
                teacher.findsItGoodForEverybody(
                        "upload-" + way.replace(' ', '-').toLowerCase(Locale.ROOT), 3);
            }
            tab(page, "A file");
            page.locator("#file").setInputFiles(CLIP);
            assertThat(page.locator("canvas.still")).isVisible();
            teacher.looks(1000, ColorScheme.LIGHT).findsItAccessible("upload-chosen-light-1000");
            teacher.findsItGoodForEverybody("upload-chosen", 5);
            Keyboard.at(page)
                    .to(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose another file")))
                    .press("Enter");
            assertThat(page.locator("#file")).isFocused();
        }
    }

    /** From the gallery, as a teacher of the course; out of the frame, where a page is easier to examine. */
    private Page adding(Learner teacher) {
        teacher.open(lectern.course("acme", "teacher", "gallery") + "&window=1");
        Page page = teacher.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a video"))
                .first()
                .click();
        assertThat(page.locator("#file")).isAttached();
        return page;
    }

    private static void press(FrameLocator frame, String button) {
        frame.getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void upload(Page page, Path file, String title) {
        page.locator("#file").setInputFiles(file);
        page.getByLabel("Title").fill(title);
        button(page, "Upload").click();
    }

    /** A clip made longer by bytes that players skip: several requests' worth. */
    private Path large() throws IOException {
        byte[] clip = Files.readAllBytes(CLIP);
        return Files.write(folder.resolve("large.mp4"), Arrays.copyOf(clip, 4 * SlowLine.CHUNK));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions patientlyContaining() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());
    }
}
