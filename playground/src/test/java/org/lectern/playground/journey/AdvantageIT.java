package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator registers the tool by its invitation, the operator activates it, a teacher adds two videos, one of them graded, a
 * student watches, and the grade stands in the gradebook: with third-party cookies off.
 */
@ExtendWith(Journey.class)
class AdvantageIT {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final String WATCHER = "student5";

    private final Lectern lectern;
    private final Browser browser;
    private BrowserContext context;
    private Page page;
    private String carrier;

    AdvantageIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @AfterEach
    void leave() {
        posted("/acme/reset", FormData.create());
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "storage", "window"})
    void fromInvitationToGrade(String carriedBy, @TempDir Path profile) throws Exception {
        sitDown(carriedBy, profile);
        JsonObject tool = register(invitation());
        String platform = platformOf(tool.getString("clientId"));
        picture("registered");
        lectern.admin("activate", "--tenant", "acme", "--platform", platform);

        addTwo(tool.getString("clientId"));
        List<JsonObject> links = added();
        assertThat(links).hasSize(2);
        assertThat(links.get(0).getJsonObject("custom").getString("grade")).isEqualTo("share");
        String column = links.get(0).getString("lineItem");
        assertThat(links.get(1)).doesNotContainKey("lineItem");

        for (JsonObject link : links) {
            watch(link.getString("link"));
        }
        Await.until(
                PATIENCE, () -> "a grade in " + gradebook(), () -> score(column).isPresent());
        JsonObject score = score(column).orElseThrow();
        assertThat(score.getString("gradingProgress")).isEqualTo("FullyGraded");
        assertThat(score.getJsonNumber("scoreGiven").doubleValue()).isBetween(1.0, 99.0);
        assertThat(refused()).isEmpty();
        page.navigate(lectern.lms() + "/acme/gradebook");
        picture("gradebook");
    }

    /** Third-party cookies are off; but for the first carrier, ours are blocked in frames altogether. */
    private void sitDown(String carriedBy, Path profile) throws IOException {
        carrier = carriedBy;
        if (carrier.equals("cookie")) {
            context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1200, 900));
        } else {
            Files.createDirectories(profile.resolve("Default"));
            Files.writeString(
                    profile.resolve("Default").resolve("Preferences"),
                    "{\"profile\":{\"content_settings\":{\"exceptions\":{\"cookies\":{\"" + lectern.gateway() + ","
                            + lectern.lms() + "\":{\"setting\":2}}}}}}");
            context = browser.browserType()
                    .launchPersistentContext(
                            profile,
                            new BrowserType.LaunchPersistentContextOptions()
                                    .setExecutablePath(Journey.chromium())
                                    .setArgs(Journey.ARGUMENTS)
                                    .setViewportSize(1200, 900));
        }
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        posted("/acme/reset", FormData.create());
        lectern.practise("acme", carrier.equals("storage") ? "storage=on" : "storage=off");
    }

    /** The tool's page in the LMS's frame, or in the window that the frame offers. */
    private Function<String, Locator> opened(String address) {
        page.navigate(address);
        FrameLocator frame = page.frameLocator("iframe#tool");
        if (!carrier.equals("window")) {
            return frame::locator;
        }
        assertThat(frame.locator("#open")).isVisible();
        picture("window-offered");
        Page window = page.waitForPopup(() -> frame.locator("#open").click());
        window.setDefaultTimeout(PATIENCE.toMillis());
        return window::locator;
    }

    private List<String> carriers() throws Exception {
        try (var reader =
                Json.createReader(new StringReader(lectern.admin("launches", "--tenant", "acme", "--json")))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(launch -> launch.getString("verdict").equals("accepted"))
                    .limit(3)
                    .map(launch -> launch.getString("carrier"))
                    .toList();
        }
    }

    private String invitation() throws Exception {
        return lectern.admin("invite", "--tenant", "acme")
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject register(String link) {
        page.navigate(lectern.lms() + "/acme/admin");
        page.locator("#add-tool [name=registration_url]").fill(link.strip());
        page.locator("#start-registration").click();
        FrameLocator offer = page.frameLocator("iframe#registration");
        Locator connect = button(offer, "Connect");
        assertThat(connect).isVisible();
        picture("registration-offer");
        connect.click();
        Locator close = button(offer, "Close");
        assertThat(close).isVisible();
        picture("registration-done");
        close.click();
        Await.until(
                PATIENCE,
                () -> "a tool that registered itself",
                () -> registered().isPresent());
        return registered().orElseThrow();
    }

    private Optional<JsonObject> registered() {
        return json("/acme/tools.json").getJsonArray("tools").getValuesAs(JsonObject.class).stream()
                .filter(tool -> !tool.getBoolean("declared"))
                .findFirst();
    }

    private String platformOf(String clientId) throws Exception {
        try (var reader =
                Json.createReader(new StringReader(lectern.admin("registrations", "--tenant", "acme", "--json")))) {
            JsonObject found = reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(item -> item.getString("clientId").equals(clientId))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.getString("state")).isEqualTo("inactive");
            return found.getString("platform");
        }
    }

    private void addTwo(String clientId) {
        Function<String, Locator> picker = opened(lectern.lms() + "/acme/library?person=teacher&tool=" + clientId);
        picker.apply("#pick-0").check();
        picker.apply("#pick-0-grade").selectOption("share");
        picker.apply("#pick-1").check();
        picker.apply("button:has-text('Add 2 videos')").click();
        Await.until(PATIENCE, () -> "two links in the course", () -> added().size() == 2);
    }

    private List<JsonObject> added() {
        return json("/acme/courses.json")
                .getJsonArray("courses")
                .getJsonObject(0)
                .getJsonArray("links")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(link -> link.getString("link").startsWith("added-"))
                .toList();
    }

    private void watch(String link) {
        Function<String, Locator> player = opened(lectern.course("acme", WATCHER, link));
        player.apply(".vjs-big-play-button").click();
        Locator video = player.apply("video");
        Await.until(
                PATIENCE, () -> "3 s watched", () -> ((Number) video.evaluate("v => v.currentTime")).doubleValue() > 3);
        video.evaluate("v => v.pause()");
    }

    private Optional<JsonObject> score(String column) {
        return json("/acme/gradebook.json").getJsonArray("people").getValuesAs(JsonObject.class).stream()
                .filter(person -> person.getString("person").equals(WATCHER))
                .map(person -> person.getJsonObject("scores").getJsonObject(column))
                .filter(found -> found != null)
                .findFirst();
    }

    private String gradebook() {
        return json("/acme/gradebook.json").toString();
    }

    /** What the tool asked of the platform's services and got wrong. Messages between pages may: older names are tried, too. */
    private List<JsonObject> refused() {
        return json("/acme/log.json").getJsonArray("entries").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("outcome").equals("refused"))
                .filter(entry -> !entry.getString("what").equals("page message"))
                .toList();
    }

    private JsonObject json(String path) {
        try (var reader = Json.createReader(
                new StringReader(requests().get(lectern.lms() + path).text()))) {
            return reader.readObject();
        }
    }

    private void posted(String path, FormData form) {
        assertThat(requests()
                        .post(
                                lectern.lms() + path,
                                RequestOptions.create().setForm(form).setHeader("Accept", "application/json"))
                        .ok())
                .as(path)
                .isTrue();
    }

    private APIRequestContext requests() {
        return context.request();
    }

    private static Locator button(FrameLocator frame, String name) {
        return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "advantage-" + carrier + "-" + name + ".png"))
                .setFullPage(true));
    }
}
