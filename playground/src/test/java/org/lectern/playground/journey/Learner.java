package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Somebody at a browser of their own, looking at the practice LMS, with hands on mouse and keys. */
final class Learner implements AutoCloseable {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final int SCRUB_STEPS = 12;
    private static final int HEIGHT = 700;
    private static final int PHONE = 320;
    private static final int FRAME = 600;
    private static final String QUALITY = ".vjs-quality-button";

    private final BrowserContext context;
    private final Page page;
    private FrameLocator frame;

    private Learner(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        look(0);
    }

    static Learner at(Browser browser) {
        return at(browser, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Learner at(Browser browser, Browser.NewContextOptions options) {
        return new Learner(browser.newContext(options));
    }

    Learner losesTheNetwork() {
        context.setOffline(true);
        return this;
    }

    Learner hasTheNetworkAgain() {
        context.setOffline(false);
        return this;
    }

    /** At one more tab of this browser; closing the browser is the caller's. */
    static Learner in(BrowserContext context) {
        return new Learner(context);
    }

    Page page() {
        return page;
    }

    /** Everything else happens in the n-th frame of the page that shows a tool, from 0. */
    Learner look(int n) {
        Locator tool = page.locator("iframe.tool").nth(n);
        if (n > 0) {
            // As a person would. A browser draws frames out of sight seldom, and clicks that scroll there first miss.
            tool.scrollIntoViewIfNeeded();
            page.waitForTimeout(500);
        }
        frame = tool.contentFrame();
        return this;
    }

    FrameLocator frame() {
        return frame;
    }

    Learner open(String address) {
        page.navigate(address);
        return this;
    }

    /** Waits until there is a player that can play. */
    Learner seesPlayer() {
        Locator video = frame.locator("video");
        assertThat(frame.locator(".vjs-control-bar")).isAttached();
        Await.until(
                PATIENCE, () -> "a player with its video", () -> (boolean) video.evaluate("v => v.readyState >= 1"));
        return this;
    }

    /** The video of another company's player, once its length is known. */
    Locator seesPlayerOfOthers() {
        Locator video = frame.locator("video");
        Await.until(
                PATIENCE, () -> "a player with its video", () -> (boolean) video.evaluate("v => v.readyState >= 1"));
        return video;
    }

    Learner plays() {
        // Who was here before is asked where to start: from the beginning.
        Locator start = frame.locator(".vjs-big-play-button:visible, .resume button:not(.primary):visible");
        if (start.isVisible()) {
            start.click();
        } else {
            reach(".vjs-play-control").click();
        }
        double from = position();
        Await.until(PATIENCE, () -> "playing from " + from, () -> position() > from);
        return this;
    }

    Learner pauses() {
        reach(".vjs-play-control").click();
        Await.until(
                PATIENCE, () -> "paused", () -> (boolean) frame.locator("video").evaluate("v => v.paused"));
        return this;
    }

    Learner watchesFor(double seconds) {
        double from = position();
        Await.until(PATIENCE, () -> seconds + " s watched", () -> position() >= from + seconds);
        return this;
    }

    /** One click on the timeline. */
    Learner clicksTimeline(double share) {
        BoundingBox bar = timeline();
        page.mouse().click(bar.x + bar.width * share, bar.y + bar.height / 2);
        return settles();
    }

    /** Grabs the timeline, wanders and lets go. */
    Learner dragsTimeline(double from, double to) {
        BoundingBox bar = timeline();
        double y = bar.y + bar.height / 2;
        page.mouse().move(bar.x + bar.width * from, y);
        page.mouse().down();
        for (int step = 1; step <= SCRUB_STEPS; step++) {
            page.mouse().move(bar.x + bar.width * (from + (to - from) * step / SCRUB_STEPS), y);
            page.waitForTimeout(40);
        }
        page.mouse().up();
        return settles();
    }

    Learner mutes() {
        reach(".vjs-mute-control").click();
        return settles();
    }

    Learner fillsTheScreen() {
        reach(".vjs-fullscreen-control").click();
        assertThat(frame.locator(".vjs-fullscreen")).isAttached();
        return settles();
    }

    Learner leavesTheScreen() {
        reach(".vjs-fullscreen-control").click();
        assertThat(frame.locator(".vjs-fullscreen")).hasCount(0);
        return settles();
    }

    Learner choosesSpeed(String speed) {
        return choosesFromMenu(".vjs-playback-rate", speed);
    }

    Learner choosesQuality(String quality) {
        return choosesFromMenu(QUALITY, quality);
    }

    /** Without a mouse: the first one in the menu. */
    Learner choosesBestQualityByKeys() {
        Locator button = reach(QUALITY).locator("button");
        button.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Home");
        page.keyboard().press("Enter");
        assertThat(button).isFocused();
        return settles();
    }

    Learner choosesCaptions(String language) {
        return choosesFromMenu(".vjs-subs-caps-button, .vjs-captions-button", language);
    }

    Learner watchesToTheEnd() {
        return watchesToTheEnd(PATIENCE);
    }

    Learner watchesToTheEnd(Duration patience) {
        Await.until(patience, () -> "at the end", () ->
                (boolean) frame.locator("video").evaluate("v => v.ended"));
        return this;
    }

    /** Goes to another page, as by a click in the LMS. */
    void leaves() {
        page.navigate("about:blank");
    }

    double position() {
        return ((Number) frame.locator("video").evaluate("v => v.currentTime")).doubleValue();
    }

    void takesPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** By day on a phone and at night in a frame, by eye, screen reader and keyboard; once with the system's colours. */
    void findsItGoodForEverybody(String name, int leastStops) {
        looks(PHONE, ColorScheme.LIGHT).findsItAccessible(name + "-light-" + PHONE);
        Keyboard.at(page).walks(name + " on a phone", leastStops);
        looks(FRAME, ColorScheme.DARK).findsItAccessible(name + "-dark-" + FRAME);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Keyboard.at(page).walks(name + " with the system's colours", leastStops);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }

    /** At a page of this width, in this light; the page has had time to arrange itself. */
    Learner looks(int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return this;
    }

    /** The whole page, in and around frames: axe-core finds nothing, and nothing scrolls sideways. */
    void findsItAccessible(String name) {
        takesPicture(name);
        var results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        org.assertj.core.api.Assertions.assertThat(results.getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml())
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat((int) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " scrolls sideways")
                .isZero();
    }

    @Override
    public void close() {
        context.close();
    }

    private Learner choosesFromMenu(String menu, String item) {
        reach(menu).click();
        frame.locator(menu)
                .locator(".vjs-menu-item")
                .filter(new Locator.FilterOptions().setHasText(item))
                .first()
                .click();
        return settles();
    }

    /** Past the moment in which several settings or jumps count as one. */
    private Learner settles() {
        page.waitForTimeout(800);
        return this;
    }

    private BoundingBox timeline() {
        return reach(".vjs-progress-holder").boundingBox();
    }

    /** The bar hides while nobody moves. */
    private Locator reach(String control) {
        frame.locator("#stage").hover();
        Locator found = frame.locator(control).first();
        assertThat(found).isVisible();
        return found;
    }
}
