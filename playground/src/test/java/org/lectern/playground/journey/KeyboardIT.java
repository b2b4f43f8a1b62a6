package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each page is for, done by somebody who has no mouse; where one is after something has gone from the page. */
@ExtendWith(Journey.class)
class KeyboardIT {

    private static final int MOST_TABS = 8;

    private final Lectern lectern;
    private final Browser browser;

    KeyboardIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    /** Otherwise all that is found good might be so for want of looking. */
    @Test
    void aWalkNoticesWhatIsWrongWithAPage() {
        try (Learner nobody = Learner.at(browser)) {
            nobody.page().setContent("""
                    <style>.flat:focus { outline: none } .far { position: fixed; left: -500px }</style>
                    <button id="good">Good</button><button id="flat" class="flat">No ring</button>
                    <button id="out" tabindex="-1">Left out</button><button id="far" class="far">Far away</button>
                    <label>One <input type="radio" name="r"></label><label>Two <input type="radio" name="r"></label>
                    <button id="early" tabindex="3">Too early</button>
                    <button id="trap" onkeydown="if (event.key === 'Tab') event.preventDefault()">Trap</button>
                    <button id="last">Last</button>""");
            assertThat(Keyboard.at(nobody.page()).faults(7))
                    .containsExactlyInAnyOrder(
                            "button#flat “No ring” does not show that it has the focus",
                            "button#out “Left out” is left out",
                            "button#far “Far away” has the focus and is out of sight",
                            "button#trap “Trap” keeps the focus",
                            "button#last “Last” is never reached",
                            "button#early “Too early” is never reached");
        }
    }

    @Test
    void playIsAFewTabsAwayInTheFrame() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("umbrella", "teacher", "division")).seesPlayer();
            Locator focused = student.frame().locator(".vjs-big-play-button:focus, .vjs-play-control:focus");
            // The LMS has links of its own, as many as it likes; from the last of them on we count.
            student.page().locator("a.push").focus();
            int tabs = 0;
            while (focused.count() == 0) {
                assertThat(++tabs).as("tabs until play").isLessThan(MOST_TABS);
                student.page().keyboard().press("Tab");
            }
            student.page().keyboard().press("Space");
            student.watchesFor(0.5);
        }
    }

    @Test
    void aLearnerWatchesSearchesLikesAndSaysSomething() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student20", "intro") + "&window=1");
            Page page = student.page();
            Keyboard keys = Keyboard.at(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(page.locator(".lines button").first()).isVisible();
            assertThat(page.locator(".like")).isVisible();

            keys.to(page.locator(".vjs-big-play-button")).press("Space");
            assertThat(page.locator(".video-js.vjs-playing")).isVisible();
            assertThat(page.locator(".vjs-play-control")).isFocused();
            keys.press("k");
            assertThat(page.locator(".video-js.vjs-paused")).isVisible();
            keys.press("?");
            assertThat(page.locator("dialog.keys")).isVisible();
            keys.press("Escape");
            assertThat(page.locator(".vjs-play-control")).isFocused();

            Locator like = page.locator(".like");
            keys.to(like).press("Space");
            assertThat(like).hasAttribute("aria-pressed", "true");
            keys.press("Space");
            assertThat(like).hasAttribute("aria-pressed", "false");

            keys.to(page.locator("#transcript-search")).types("nucleus").press("Enter");
            assertThat(page.locator(".lines button:focus mark").first()).isVisible();
            keys.press("Enter");
            assertThat(page.locator(".lines button:focus")).hasCount(1);
            assertThat((Double) page.locator("video").evaluate("video => video.currentTime + 0.001"))
                    .isGreaterThan(2);

            String words = "Without a mouse " + System.nanoTime();
            keys.to(page.getByLabel("Your comment"))
                    .types(words)
                    .to(button(page, "Comment"))
                    .press("Enter");
            Locator said = page.locator("article.comment").first();
            assertThat(said).containsText(words);
            assertThat(button(page, "Comment")).isFocused();
            keys.to(button(page, "Answer").first()).press("Enter");
            assertThat(page.getByLabel("Your answer to")).isFocused();
            keys.types("Nor here").to(button(page, "Send answer")).press("Enter");
            Locator answer = page.locator(".answers article.comment").first();
            assertThat(answer).isFocused();
            remove(keys, page, answer);
            remove(keys, page, said);
            assertThat(page.getByText(words)).hasCount(0);
        }
    }

    @Test
    void aTeacherAddsPublishesAndDeletesAVideo() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "gallery") + "&window=1");
            Page page = teacher.page();
            Keyboard keys = Keyboard.at(page);
            String title = "By keys " + System.nanoTime();
            keys.to(button(page, "Add a video")).press("Enter");
            Locator ways = page.getByRole(AriaRole.TAB);
            keys.to(ways.first()).press("ArrowRight", "ArrowRight");
            assertThat(ways.nth(2)).isFocused();
            Locator address = page.getByLabel("Address of the video");
            keys.to(address).types("https://cdn.example.net/page.html").press("Enter");
            assertThat(address).hasAttribute("aria-invalid", "true");
            assertThat(address).isFocused();
            keys.types("https://cdn.example.net/film.mp4")
                    .to(page.getByLabel("Title"))
                    .types(title)
                    .press("Enter");
            assertThat(page.locator("#current-heading")).isFocused();
            keys.to(button(page, "Details and publishing")).press("Enter");

            keys.to(page.locator("#state-private")).press("ArrowDown", "ArrowDown");
            assertThat(page.locator("#state-published")).isChecked();
            assertThat(page.locator("section[aria-labelledby=who] .telling")).hasText("Saved.");
            Locator here = page.locator("#who ~ fieldset input[type=checkbox]").first();
            assertThat(here).isChecked(); // where one publishes from is where it appears first
            keys.to(here).press("Space");
            assertThat(here).not().isChecked();
            assertThat(here).isFocused();
            teacher.findsItGoodForEverybody("studio-details", 12);

            keys.to(page.locator(".button.bad")).press("Enter");
            assertThat(button(page, "Have it back")).isFocused();
            keys.press("Enter");
            assertThat(page.locator("#delete")).isVisible();
            keys.to(page.locator(".button.bad")).press("Enter");
            assertThat(button(page, "Have it back")).isFocused();
            keys.backTo(button(page, "Back to your videos")).press("Enter");
            assertThat(page.locator("#heading")).hasText("Your videos");
            assertThat(page.locator(".card").filter(new Locator.FilterOptions().setHasText(title)))
                    .hasCount(0);
        }
    }

    @Test
    void aTeacherMakesAChannelAndDeletesIt() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "gallery") + "&window=1");
            Page page = teacher.page();
            Keyboard keys = Keyboard.at(page);
            String name = "Keys " + System.nanoTime();
            keys.to(button(page, "Your videos")).press("Enter");
            Locator fresh = page.locator("#new-course");
            keys.to(fresh).types(name).press("Enter");
            assertThat(page.getByText(name)).isVisible();
            assertThat(fresh).isFocused();
            Locator remove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete " + name));
            keys.backTo(remove).press("Enter");
            Locator asked = page.locator("dialog.sheet");
            assertThat(asked).containsText(name);
            keys.walks("the question", 2).press("Escape");
            assertThat(asked).hasCount(0);
            assertThat(remove).isFocused();
            keys.press("Enter").to(asked.locator(".primary")).press("Enter");
            assertThat(page.getByText(name)).hasCount(0);
            assertThat(fresh).isFocused();
        }
    }

    @Test
    void aTeacherSortsPeopleAndGoesAlongAPlot() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "intro") + "&window=1");
            Page page = teacher.page();
            Keyboard keys = Keyboard.at(page);
            keys.to(button(page, "About this launch")).press("Enter");
            assertThat(page.locator(".launch-facts dl")).isVisible();
            keys.press("Escape");
            assertThat(button(page, "About this launch")).isFocused();
            Locator viewing = page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Viewing"));
            keys.to(page.locator("[role=tab][aria-selected=true]"));
            for (int at = 0; at < 4 && !(boolean) viewing.evaluate("tab => tab === document.activeElement"); at++) {
                keys.press("ArrowRight");
            }
            Locator last = page.locator("th.last button");
            keys.to(last).press("Enter");
            assertThat(page.locator("thead th.last")).hasAttribute("aria-sort", "descending");
            assertThat(last).isFocused();
            Locator person = page.locator("button.who").first();
            keys.to(person).press("Space");
            assertThat(person).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("tr.details").first()).isVisible();
            keys.to(button(page, "Refresh")).press("Enter");
            assertThat(page.locator("thead th.name")).hasAttribute("aria-sort", "ascending");
            assertThat(button(page, "Refresh")).isFocused();
        }
    }

    /** One's own is deleted with a question where it stands. */
    private static void remove(Keyboard keys, Page page, Locator comment) {
        keys.to(comment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")))
                .press("Enter");
        assertThat(button(page, "Keep")).isFocused();
        keys.backTo(button(page, "Yes, remove")).press("Enter");
        assertThat(page.locator("[data-part=conversation] h2")).isFocused();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
