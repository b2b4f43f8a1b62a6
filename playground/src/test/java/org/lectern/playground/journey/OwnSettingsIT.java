package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lectern.adapter.judge.CaliperCheck;
import org.lectern.adapter.sample.SamplePlugin;

/**
 * A gateway with settings of its own: a third party's adapter, a jar dropped into plugins/, is part of it at the next start; and videos lie in
 * a bucket.
 */
@ExtendWith(Journey.class)
class OwnSettingsIT {

    private static final Path HOME = Path.of("target", "plugin").toAbsolutePath();
    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final Path CLIPS = Path.of("clips").toAbsolutePath();

    private final Browser browser;

    OwnSettingsIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void tellsAPluginsVocabularyAndKeepsVideosInABucket() throws Exception {
        Path plugins = HOME.resolve("plugins");
        Files.createDirectories(plugins);
        SamplePlugin.build(plugins);
        try (Bucket bucket = new Bucket();
                Lectern lectern = Lectern.up(
                        HOME.resolve("run"),
                        List.of("--config", config(bucket).toString(), "--plugins", plugins.toString()))) {
            tellsItsOwnVocabulary(lectern);
            keepsVideosIn(bucket, lectern);
        }
    }

    private void tellsItsOwnVocabulary(Lectern lectern) {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(1)
                    .leaves();

            List<JsonObject> told = lectern.lrs("acme").await(0, "told by the plug-in", all -> !all.isEmpty());

            assertThat(told)
                    .extracting(statement -> statement
                            .getJsonObject("verb")
                            .getJsonObject("display")
                            .getString("en"))
                    .isSubsetOf("started", "stopped");
            List<JsonObject> events =
                    lectern.events("acme").await(0, "told by the plug-in in another standard", all -> !all.isEmpty());
            assertThat(events)
                    .allSatisfy(event -> assertThat(CaliperCheck.faults(event)).isEmpty());
            assertThat(Events.actions(events)).containsOnly("Used");
        }
    }

    /** Several requests' worth, with the connection lost in between; then played by ranges. */
    private void keepsVideosIn(Bucket bucket, Lectern lectern) throws Exception {
        Path large = Files.write(
                HOME.resolve("large.mp4"),
                Arrays.copyOf(Files.readAllBytes(CLIPS.resolve("intro.mp4")), 4 * SlowLine.CHUNK));
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("umbrella", "teacher", "gallery") + "&window=1");
            Page page = teacher.page();
            button(page, "Add a video").first().click();
            SlowLine line = SlowLine.of(page);
            begin(page, large, "In the bucket");
            SlowLine.awaitSome(page);
            assertThat(bucket.unfinished()).singleElement().asString().startsWith("videos/umbrella/");
            line.isLost();
            PlaywrightAssertions.assertThat(
                            page.getByText("The connection is lost.").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
            line.isBack();
            PlaywrightAssertions.assertThat(page.locator("#current-heading"))
                    .hasText(
                            "“In the bucket” is in the library",
                            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(bucket.unfinished()).isEmpty();
            assertThat(bucket.objects())
                    .as("the video, its picture, and nothing that waited to become a part")
                    .hasSizeBetween(1, 2)
                    .noneMatch(key -> key.contains(".aside."));
            button(page, "Watch it").click();
            page.locator(".vjs-big-play-button").click();
            page.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
            byte[] last = range(page, 4 * SlowLine.CHUNK - 10, 4 * SlowLine.CHUNK + 10);
            assertThat(last).hasSize(10).containsOnly(0);
            assertThat(range(page, 4, 11)).asString().isEqualTo("ftypisom");
        }
    }

    /** What the player's own link gives for a range. */
    private static byte[] range(Page page, int first, int last) throws Exception {
        String link = (String) page.evaluate("() => document.querySelector('video').currentSrc");
        HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                .header("Range", "bytes=" + first + "-" + last)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(206);
        return answer.body();
    }

    private static void begin(Page page, Path file, String title) {
        page.locator("#file").setInputFiles(file);
        PlaywrightAssertions.assertThat(page.locator("canvas.still")).isVisible();
        page.getByLabel("Title").fill(title);
        button(page, "Upload").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The playground's own settings, but Acme speaks what only the plug-in knows. */
    private static Path config(Bucket bucket) throws Exception {
        String settings = Files.readString(Path.of("lectern.properties"))
                .replace("lectern.tenant.acme.vocabularies=video-profile", "lectern.tenant.acme.vocabularies=campus")
                .replace("=clips/", "=" + CLIPS + "/")
                .replace(
                        "lectern.tenant.acme.destination.events.kind=caliper",
                        "lectern.tenant.acme.destination.events.kind=caliper\n"
                                + "lectern.tenant.acme.destination.events.vocabularies=campus-events");
        assertThat(settings).contains("vocabularies=campus", "vocabularies=campus-events");
        return Files.writeString(HOME.resolve("lectern.properties"), settings + bucket.settings());
    }
}
