package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher looks after videos: from the gallery to their own, a channel, a code for a colleague; with axe-core in both lights. */
@ExtendWith(Journey.class)
class StudioIT {

    private static final Duration PATIENCE = Journey.PATIENCE;

    private final Lectern lectern;
    private final Browser browser;

    StudioIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @Test
    void aTeacherMakesAChannelAndStudentsOpenIt() {
        Lrs lrs = lectern.lrs("acme");
        lrs.behave("ok");
        String name = "Week <b>1</b> " + System.nanoTime();
        try (Learner teacher = Learner.at(browser)) {
            Page page = studio(teacher);
            page.locator("#new-course").fill(name);
            page.locator("#new-course").press("Enter");
            assertThat(page.getByText(name)).isVisible();
            teacher.takesPicture("studio-channels");
        }
        int before = lrs.statements().size();
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student3", "gallery") + "&window=1");
            Locator chip = student.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
            chip.click();
            assertThat(chip).hasAttribute("aria-pressed", "true");
            assertThat(student.page().getByText("Nothing is published here yet."))
                    .isVisible();
            student.takesPicture("gallery-channel-empty");
            Await.until(
                    PATIENCE,
                    () -> "the channel's statement",
                    () -> lrs.statementsAfter(before).stream()
                            .anyMatch(statement -> statement.toString().contains(name)));
        }
        try (Learner teacher = Learner.at(browser)) {
            Page page = studio(teacher);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete " + name))
                    .click();
            page.locator("dialog .primary").click();
            assertThat(page.getByText(name)).hasCount(0);
        }
    }

    @Test
    void aWrongCodeIsExplained() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = studio(teacher);
            page.locator("#code").fill("WRONG-12345");
            page.locator("#code").press("Enter");
            assertThat(page.getByText("This code is not known.")).isVisible();
        }
    }

    @Test
    void aSearchFindsWithoutAccentsAndSaysWhenNothingFits() {
        try (Learner teacher = Learner.at(browser)) {
            Page page = studio(teacher);
            page.locator("#search").fill("xyzzy");
            assertThat(page.getByText("No video has these words.")).isVisible();
        }
    }

    @Test
    void studioIsGoodForEverybody() {
        try (Learner teacher = Learner.at(browser)) {
            studio(teacher);
            teacher.looks(1100, ColorScheme.LIGHT).findsItAccessible("studio-light-1100");
            teacher.looks(1100, ColorScheme.DARK).findsItAccessible("studio-dark-1100");
            teacher.findsItGoodForEverybody("studio", 6);
        }
    }

    /** From the gallery, as a teacher of the course; out of the frame, where a page is easier to examine. */
    private Page studio(Learner teacher) {
        teacher.open(lectern.course("acme", "teacher", "gallery") + "&window=1");
        Page page = teacher.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Your videos"))
                .click();
        assertThat(page.locator("h1")).hasText("Your videos");
        assertThat(page.locator("#new-course")).isVisible();
        return page;
    }
}
