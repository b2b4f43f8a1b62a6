package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A student watches; soon after, a teacher sees it in plots, with whatever the teacher sees, hears and points with. */
@ExtendWith(Journey.class)
class PlotsIT {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final int SUMMED_MS = 5_000;

    private final Lectern lectern;
    private final Browser browser;

    PlotsIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @Test
    void mouseKeyboardAndTableTellTheSame() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student2", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(3)
                    .pauses()
                    .leaves();
        }
        try (Learner teacher = Learner.at(browser)) {
            Page page = teacher.open(lectern.course("acme", "teacher", "intro") + "&window=1&break=none")
                    .page();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Viewing"))
                    .click();
            Locator plot = page.getByRole(
                    AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Which parts are watched, and which again?"));
            Await.until(PATIENCE, () -> "plots", () -> {
                button(page, "Refresh").click();
                return appears(plot);
            });
            assertThat(page.locator(".figure")).hasCount(3);
            teacher.looks(1100, ColorScheme.LIGHT).findsItAccessible("plots-light-1100");
            tellsTheSame(page, plot);
            teacher.findsItGoodForEverybody("plots", 12);
            tellsTheSame(page, plot);
            teacher.looks(320, ColorScheme.LIGHT);
            tellsTheSame(page, plot);
            plot.press("t");
            teacher.findsItGoodForEverybody("plots-table", 12);
            teacher.looks(1100, ColorScheme.LIGHT).findsItAccessible("plots-table-light-1100");
        }
    }

    private static void tellsTheSame(Page page, Locator plot) {
        plot.focus();
        plot.press("End");
        plot.press("Home");
        String first = plot.getAttribute("aria-valuetext");
        assertThat(first).startsWith("0:00 · Viewers: ");
        plot.press("ArrowRight");
        assertThat(said(page)).isEqualTo(plot.getAttribute("aria-valuetext")).startsWith("0:01 · ");
        BoundingBox box = page.locator("#plot-parts .u-over").boundingBox();
        page.mouse().move(1, 1);
        page.mouse().move(box.x + 1, box.y + box.height / 2);
        assertThat(page.locator("#plot-parts .said")).hasText(first);

        plot.press("PageDown");
        plot.press("Enter");
        page.waitForFunction("""
                () => {
                  const video = document.querySelector('video');
                  return !video.paused && video.currentTime > 9 && video.currentTime < 30;
                }""");
        page.evaluate("() => document.querySelector('video').pause()");

        plot.press("t");
        Locator row = page.locator("#plot-parts tbody tr").first();
        assertThat(first).contains("Viewers: " + row.locator("td").nth(0).textContent() + " · ");
        assertThat(first).contains("Times watched: " + row.locator("td").nth(1).textContent() + " · ");
        page.keyboard().press("Enter");
        assertThat(plot).isVisible();
    }

    /** Within some seconds: what was sent a moment ago is summed up every second or so. */
    private static boolean appears(Locator plot) {
        try {
            plot.waitFor(new Locator.WaitForOptions().setTimeout(SUMMED_MS));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private static String said(Page page) {
        return page.locator("#plot-parts .said").textContent();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
