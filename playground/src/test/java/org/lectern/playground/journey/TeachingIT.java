package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What teachers see of watching: who has watched, one learner's work from the gradebook, and what their own launch held. */
@ExtendWith(Journey.class)
class TeachingIT {

    private static final String WATCHER = "student4";

    private final Lectern lectern;
    private final Browser browser;

    TeachingIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @BeforeEach
    void somebodyWatches() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", WATCHER, "graded"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(2)
                    .pauses();
            student.page().waitForTimeout(1_500); // facts go together after a moment
            student.leaves();
        }
    }

    @Test
    void teacherSeesWhoHasWatchedAndWhoHasNotAlsoAfterAReload() throws Exception {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "intro")).seesPlayer();
            FrameLocator frame = teacher.frame();
            frame.getByRole(AriaRole.TAB, new FrameLocator.GetByRoleOptions().setName("Viewing"))
                    .click();
            Locator rows = frame.locator(".people tbody tr");
            Locator watched =
                    rows.filter(new Locator.FilterOptions().setHasText(Pattern.compile("Student 0?4|Student Four")));
            assertThat(watched).hasCount(1);
            assertThat(watched).containsText("%");
            int everybody = rows.count();

            Locator yet =
                    frame.locator("button.chip").filter(new Locator.FilterOptions().setHasText("Not watched yet"));
            yet.click();
            assertThat(yet).hasAttribute("aria-pressed", "true");
            assertThat(watched).hasCount(0);
            assertThat(rows.count()).isBetween(1, everybody - 1);

            Download saved = teacher.page()
                    .waitForDownload(
                            () -> button(frame, Pattern.compile("Download")).click());
            assertThat(saved.suggestedFilename()).endsWith(".csv");
            assertThat(Files.readString(saved.path())).contains("Student");

            button(frame, "Open on its own page").click();
            assertThat(frame.locator("video")).hasCount(0);
            assertThat(watched).hasCount(1);
            frame.locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            assertThat(watched).hasCount(1);
            teacher.takesPicture("viewing");
        }
    }

    @Test
    void gradebookOpensOneLearnersWatching() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "graded") + "&review=" + WATCHER);
            assertThat(teacher.frame().locator(".reviewed")).isVisible();
            assertThat(teacher.frame().locator("main")).containsText("%");
            assertThat(teacher.frame().locator("video")).hasCount(0);
            teacher.takesPicture("review");
        }
    }

    @Test
    void panelTellsWhatTheTeachersLaunchHeldAndLearnersHaveNoneOfIt() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", "intro")).seesPlayer();
            button(teacher.frame(), "About this launch").click();
            Locator panel = teacher.frame().locator("dialog.launch-facts");
            assertThat(panel.locator("dl")).containsText("membership#Instructor");
            assertThat(panel.locator("dl")).containsText("LtiResourceLinkRequest");
            teacher.takesPicture("about-this-launch");
            teacher.page().keyboard().press("Escape");
            assertThat(panel).not().isVisible();
            assertThat(button(teacher.frame(), "About this launch")).isFocused();
        }
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", WATCHER, "intro")).seesPlayer();
            assertThat(student.frame().locator(".staff-tools")).hasCount(0);
        }
    }

    private static Locator button(FrameLocator frame, String name) {
        return frame.getByRole(
                AriaRole.BUTTON,
                new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(FrameLocator frame, Pattern name) {
        return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }
}
