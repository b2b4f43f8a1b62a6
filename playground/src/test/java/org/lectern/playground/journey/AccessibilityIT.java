package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page for everybody: axe-core finds nothing by day and at night, nothing scrolls sideways on a small phone, and the Tab key
 * reaches everything. Player, picker, studio, adding and plots are examined where they are told of.
 */
@ExtendWith(Journey.class)
class AccessibilityIT {

    private static final String CLIENT = "client-of-accessibility";

    private final Lectern lectern;
    private final Browser browser;

    AccessibilityIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "gallery, student3, gallery, .card, 3",
        "gallery-of-teachers, admin, gallery, .card, 6",
        "notice, admin, intro&break=expired, code, 0"
    })
    void pageOfAnActivityIsGoodForEverybody(String what, String person, String link, String sign, int stops) {
        try (Learner somebody = Learner.at(browser)) {
            somebody.open(lectern.course("umbrella", person, link) + "&window=1");
            assertThat(somebody.page().locator(sign).first()).isVisible();
            somebody.findsItGoodForEverybody(what, stops);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "viewing, intro, Open on its own page, '.people-page .people tbody tr', 12",
        "launch-facts, intro, About this launch, '.launch-facts dl', 1",
        "review, graded&review=student1, '', .reviewed, 2"
    })
    void pageOfTeachersIsGoodForEverybody(String what, String link, String way, String sign, int stops) {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.course("acme", "teacher", link) + "&window=1");
            if (what.equals("viewing")) {
                teacher.page()
                        .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Viewing"))
                        .click();
            }
            if (!way.isEmpty()) {
                button(teacher.page(), way).first().click();
            }
            assertThat(teacher.page().locator(sign).first()).isVisible();
            teacher.findsItGoodForEverybody(what, stops);
        }
    }

    /** A comment with an answer being written, and the page on which people leave their name out, and take that back. */
    @Test
    void whatPeopleSayAndWhatIsKeptOfThemIsGoodForEverybody() {
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("umbrella", "student3", "division") + "&window=1");
            Page page = student.page();
            assertThat(page.locator(".like")).isVisible();
            page.getByLabel("Your comment").fill("<b>What</b> divides?");
            button(page, "Comment").click();
            assertThat(page.locator("article.comment").first()).containsText("<b>What</b> divides?");
            student.looks(600, ColorScheme.LIGHT);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Comments"))
                    .click();
            button(page, "Answer").first().click();
            assertThat(page.getByLabel("Your answer to")).isFocused();
            student.findsItGoodForEverybody("comments", 8);

            student.looks(1100, ColorScheme.DARK).findsItAccessible("comments-dark-1100");
            Keyboard.at(page).walks("comments beside a transcript", 10);
            button(page, "What is recorded about me").click();
            assertThat(page.getByText("Umbrella College sees you as")).isVisible();
            student.findsItGoodForEverybody("about-you", 2);
            button(page, "Leave my name out").click();
            assertThat(page.getByText("Umbrella College sees you by a code")).isVisible();
            student.findsItAccessible("about-you-unnamed");
            button(page, "Use my name again").click();
            assertThat(button(page, "Leave my name out")).isVisible();
        }
    }

    /** By hand, with everything wrong, and done. */
    @Test
    void registrationPagesAreGoodForEverybody() throws Exception {
        try (Learner administrator = Learner.at(browser)) {
            String link = lectern.admin("invite", "--tenant", "acme")
                    .lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            administrator.open(link.strip());
            Page page = administrator.page();
            assertThat(page.locator("#enter")).isVisible();
            administrator.findsItGoodForEverybody("register", 30);

            page.locator("#origins").fill("learn.school.example");
            button(page, "Save the registration").click();
            assertThat(page.locator(".errors a[href='#origins']")).isVisible();
            assertThat(page.locator(".errors")).isFocused();
            administrator.findsItAccessible("register-wrong");

            page.locator("#family").selectOption("canvas");
            page.locator("#issuer").fill("https://canvas.instructure.com");
            page.locator("#client").fill(CLIENT);
            page.locator("#deployments").fill("1:a");
            page.locator("#origins").fill("https://canvas.school.example");
            button(page, "Save the registration").click();
            assertThat(page.locator("#enter")).hasCount(0);
            assertThat(page.locator("h1")).containsText("is connected");
            administrator.findsItGoodForEverybody("registered", 1);
            assertThat(lectern.admin("origins", "--tenant", "acme"))
                    .contains("https://canvas.school.example", "https://*.instructure.com");
        } finally {
            forget();
        }
    }

    @Test
    void playgroundIsGoodForEverybody() {
        try (Learner student = Learner.at(browser)) {
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
                String name = "playground-" + page;
                student.looks(320, ColorScheme.LIGHT).findsItAccessible(name + "-light");
                Keyboard.at(student.page()).walks(name, 2);
                student.looks(1280, ColorScheme.DARK).findsItAccessible(name + "-dark");
            }
        }
    }

    /** Nobody looks after it; other journeys count what is registered. */
    private void forget() throws Exception {
        try (var reader =
                Json.createReader(new StringReader(lectern.admin("registrations", "--tenant", "acme", "--json")))) {
            for (JsonObject one : reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class)) {
                if (one.getString("clientId").equals(CLIENT)) {
                    lectern.admin("remove", "--tenant", "acme", "--platform", one.getString("platform"));
                }
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
