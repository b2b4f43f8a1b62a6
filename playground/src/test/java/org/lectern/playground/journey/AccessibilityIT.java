package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page for everybody: axe-core finds nothing, nothing scrolls sideways, the keyboard is enough. */
@ExtendWith(Journey.class)
class AccessibilityIT {

    private static final int MOST_TABS = 8;

    private final Lectern lectern;
    private final Browser browser;

    AccessibilityIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    /** 600 px is a frame in a usual LMS, 320 px a small phone. */
    @ParameterizedTest
    @CsvSource({
        "player, LIGHT, 600",
        "player, DARK, 320",
        "gallery, LIGHT, 320",
        "gallery, DARK, 600",
        "notice, LIGHT, 320",
        "notice, DARK, 600"
    })
    void pageInTheFrameIsAccessible(String what, ColorScheme scheme, int width) {
        try (Learner student = learner(scheme, width)) {
            String link = what.equals("gallery") ? "gallery" : "intro";
            String fault = what.equals("notice") ? "expired" : "none";
            student.open(lectern.course("umbrella", "admin", link) + "&window=1&break=" + fault);
            Locator sign = student.page()
                    .locator(
                            what.equals("player") ? ".vjs-big-play-button" : what.equals("gallery") ? ".card" : "code");
            assertThat(sign.first()).isVisible();
            student.findsItAccessible(name(what, scheme, width));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "viewing, LIGHT, 320",
        "viewing, DARK, 600",
        "about, LIGHT, 600",
        "about, DARK, 320",
        "review, LIGHT, 320",
        "review, DARK, 600"
    })
    void teachersPageIsAccessible(String what, ColorScheme scheme, int width) {
        try (Learner teacher = learner(scheme, width)) {
            String link = what.equals("review") ? "graded&review=student1" : "intro";
            teacher.open(lectern.course("acme", "teacher", link) + "&window=1");
            Page page = teacher.page();
            if (what.equals("review")) {
                assertThat(page.locator(".reviewed")).isVisible();
            } else if (what.equals("viewing")) {
                choose(page, "Viewing");
                button(page, "Open on its own page").click();
                assertThat(page.locator("video")).hasCount(0);
                assertThat(page.locator(".people tbody tr").first()).isVisible();
            } else {
                button(page, "About this launch").click();
                assertThat(page.locator(".launch-facts dl")).isVisible();
            }
            teacher.findsItAccessible(name(what, scheme, width));
        }
    }

    /** A comment with an answer being written, and the page on which people leave their name out, and take that back. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 320", "DARK, 600", "DARK, 1100"})
    void whatPeopleSayAndWhatIsKeptOfThemIsAccessible(ColorScheme scheme, int width) {
        try (Learner student = learner(scheme, width)) {
            student.open(lectern.course("umbrella", "student3", "division") + "&window=1");
            Page page = student.page();
            assertThat(page.locator(".like")).isVisible();
            choose(page, "Comments");
            page.getByLabel("Your comment").fill("<b>What</b> divides " + scheme + width + "?");
            button(page, "Comment").click();
            assertThat(page.locator("article.comment").first()).containsText("<b>What</b> divides " + scheme + width);
            button(page, "Answer").first().click();
            assertThat(page.getByLabel("Your answer to")).isFocused();
            student.findsItAccessible(name("comments", scheme, width));

            choose(page, "About");
            button(page, "What is recorded about me").click();
            assertThat(page.getByText("Umbrella College sees you as")).isVisible();
            student.findsItAccessible(name("about-you", scheme, width));
            button(page, "Leave my name out").click();
            assertThat(page.getByText("Umbrella College sees you by a code")).isVisible();
            student.findsItAccessible(name("about-you-unnamed", scheme, width));
            button(page, "Use my name again").click();
            assertThat(button(page, "Leave my name out")).isVisible();
        }
    }

    /** By hand, with everything wrong, and done. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 320", "DARK, 320", "LIGHT, 900", "DARK, 600"})
    void registrationPagesAreAccessible(ColorScheme scheme, int width) throws Exception {
        try (Learner administrator = learner(scheme, width)) {
            String link = lectern.admin("invite", "--tenant", "acme")
                    .lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            administrator.open(link.strip());
            Page page = administrator.page();
            assertThat(page.locator("#enter")).isVisible();
            administrator.findsItAccessible(name("register", scheme, width));

            page.locator("#origins").fill("learn.school.example");
            button(page, "Save the registration").click();
            assertThat(page.locator(".errors a[href='#origins']")).isVisible();
            administrator.findsItAccessible(name("register-wrong", scheme, width));

            page.locator("#family").selectOption("canvas");
            page.locator("#issuer").fill("https://canvas.instructure.com");
            page.locator("#client").fill("client-" + scheme + width);
            page.locator("#deployments").fill("1:a");
            page.locator("#origins").fill("https://canvas.school.example");
            button(page, "Save the registration").click();
            assertThat(page.locator("#enter")).hasCount(0);
            assertThat(page.locator("h1")).containsText("is connected");
            administrator.findsItAccessible(name("registered", scheme, width));
            assertThat(lectern.admin("origins", "--tenant", "acme"))
                    .contains("https://canvas.school.example", "https://*.instructure.com");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 320", "DARK, 1280"})
    void playgroundIsAccessible(ColorScheme scheme, int width) {
        try (Learner student = learner(scheme, width)) {
            List<String> addresses = List.of(
                    lectern.lms() + "/",
                    lectern.lms() + "/acme",
                    lectern.course("acme", "teacher", ""),
                    lectern.lms() + "/hosted",
                    lectern.lms() + "/acme/gradebook",
                    lectern.lms() + "/acme/admin",
                    lectern.lms() + "/acme/switches",
                    lectern.lms() + "/acme/log",
                    lectern.lrsPages() + "/",
                    lectern.lrsPages() + "/acme/",
                    lectern.lrsPages() + "/acme/caliper/live");
            for (int page = 0; page < addresses.size(); page++) {
                student.open(addresses.get(page));
                student.findsItAccessible(
                        "playground-" + page + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void keyboardAloneReachesPlayAndPlays() {
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

    private Learner learner(ColorScheme scheme, int width) {
        return Learner.at(
                browser,
                new Browser.NewContextOptions().setViewportSize(width, 700).setColorScheme(scheme));
    }

    /** Where there is room, nothing has to be chosen. */
    private static void choose(Page page, String part) {
        Locator tab = page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(part).setExact(true));
        if (tab.isVisible()) {
            tab.click();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String name(String what, ColorScheme scheme, int width) {
        return what + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
    }
}
