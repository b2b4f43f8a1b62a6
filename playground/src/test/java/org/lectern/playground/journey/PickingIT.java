package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher chooses videos for a course in the LMS's frame, third-party cookies blocked; students open them there and in a copy. */
@ExtendWith(Journey.class)
class PickingIT {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final String CUSTOM = "custom";

    private final Lectern lectern;
    private final Browser browser;

    PickingIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @BeforeEach
    void freshCourse() {
        try (Learner nobody = Learner.at(browser)) {
            nobody.page().request().post(lectern.lms() + "/acme/reset");
        }
        lectern.lrs("acme").behave("ok");
    }

    @Test
    void twoVideosOneGradedOpenInTheCourseAndAnewInItsCopy() throws Exception {
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            tick(picker, "Introduction").check();
            picker.locator("#pick-0-grade").selectOption("completion");
            tick(picker, "Cell division").check();
            picker.locator("#wish-title").fill("Week 2: division");
            assertThat(picker.locator(".preview video")).isVisible();
            teacher.takesPicture("picker-in-the-course");
            press(picker, "Add 2 videos");
            assertThat(teacher.page().locator("#added")).containsText("2 videos were added.");
            teacher.takesPicture("picker-added");
        }
        List<JsonObject> links = links(0).stream()
                .filter(link -> link.getString("link").startsWith("added-"))
                .toList();
        assertThat(links).hasSize(2);
        assertThat(links.get(0).getJsonObject(CUSTOM).getString("media")).isEqualTo("intro");
        assertThat(links.get(0).getJsonObject(CUSTOM).getString("grade")).isEqualTo("completion");
        assertThat(links.get(0)).containsKey("lineItem");
        assertThat(links.get(1).getString("title")).isEqualTo("Week 2: division");
        assertThat(links.get(1)).doesNotContainKey("lineItem");
        copyTheCourse();
        String original = registrationOf("added-2", "");
        String copied = registrationOf("added-2", "&course=" + course(1).getString("id"));
        assertThat(copied).as("an attempt of its own in the copy").isNotEqualTo(original);
        assertThat(registrationOf("added-2", "")).as("and the first goes on").isEqualTo(original);
    }

    @Test
    void cancellingLeavesTheCourseAsItWas() {
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            int before = links(0).size();
            tick(picker, "Introduction").check();
            press(picker, "Cancel");
            assertThat(teacher.page().locator("#added[data-added='0']")).isVisible();
            assertThat(links(0)).hasSize(before);
        }
    }

    @Test
    void oneVideoMakesWayForAnotherWhereTheCourseTakesOne() {
        switched("deep-link-multiple", "no");
        switched("deep-link-graded", "no");
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            assertThat(picker.locator("h1")).hasText("Choose a video");
            assertThat(picker.locator("select")).hasCount(0);
            Locator first = picker.getByRole(AriaRole.RADIO).nth(0);
            Locator second = picker.getByRole(AriaRole.RADIO).nth(1);
            first.check();
            second.check();
            assertThat(first).not().isChecked();
            press(picker, "Add 1 video");
            assertThat(teacher.page().locator("#added")).isVisible();
        }
    }

    @Test
    void aReloadKeepsThePickerAndItSaysWhenItWasAnsweredElsewhere() {
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            picker.locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            assertThat(picker.locator(".card").first()).isVisible();
            tick(picker, "Introduction").check();
            picker.locator("body").evaluate("""
                            () => { const told = JSON.parse(document.getElementById('lectern-session').textContent);
                              return fetch(told.answer, { method: 'POST', body: '{"items":[]}',
                                headers: { Authorization: `Bearer ${told.token}`, 'Content-Type': 'application/json' } }); }
                            """);
            press(picker, "Add 1 video");
            assertThat(picker.getByRole(AriaRole.ALERT)).containsText("was sent before");
            picker.locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
            assertThat(picker.locator(".why")).containsText("was sent before");
        }
    }

    @Test
    void anOutageLosesNothingThatWasChosen() {
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            tick(picker, "Introduction").check();
            teacher.page().route("**/lti/deep-link", route -> route.abort());
            press(picker, "Add 1 video");
            assertThat(picker.getByRole(AriaRole.ALERT)).containsText("could not be sent");
            teacher.takesPicture("picker-outage");
            teacher.page().unroute("**/lti/deep-link");
            press(picker, "Add 1 video");
            assertThat(teacher.page().locator("#added")).isVisible();
        }
    }

    @Test
    void theKeyboardAloneChoosesGradesAndAdds() {
        try (Learner teacher = Learner.at(browser)) {
            FrameLocator picker = picking(teacher, "");
            tabTo(teacher, picker.locator("#pick-0:focus")).press("Space");
            tabTo(teacher, picker.locator("#pick-0-grade:focus")).press("ArrowDown");
            tabTo(teacher, picker.locator(".actions .primary:focus")).press("Enter");
            assertThat(teacher.page().locator("#added")).isVisible();
        }
        assertThat(links(0).toString()).contains("\"grade\":\"share\"");
    }

    @Test
    void pickerIsGoodForEverybody() {
        try (Learner teacher = Learner.at(browser)) {
            teacher.open(lectern.lms() + "/acme/library?person=teacher&window=1");
            Page page = teacher.page();
            page.locator("#pick-0").check();
            page.locator("#pick-0-grade").selectOption("share");
            Locator look = page.locator(".look").first();
            look.click();
            assertThat(page.locator(".preview .vjs-big-play-button")).isVisible();
            teacher.looks(1100, ColorScheme.LIGHT).findsItAccessible("picker-light-1100");
            teacher.looks(800, ColorScheme.DARK).findsItAccessible("picker-dark-800");
            Keyboard.at(page).walks("picker beside its preview", 10);
            teacher.findsItGoodForEverybody("picker", 6);

            Keyboard keys = Keyboard.at(page).to(look).press("Enter");
            assertThat(page.locator("dialog.sheet .vjs-big-play-button")).isVisible();
            teacher.findsItGoodForEverybody("picker-details", 4);
            keys.press("Escape");
            assertThat(look).isFocused();
        }
    }

    private FrameLocator picking(Learner teacher, String more) {
        teacher.open(lectern.lms() + "/acme/library?person=teacher" + more);
        assertThat(teacher.frame().locator(".card").first()).isVisible();
        return teacher.frame();
    }

    private static Locator tick(FrameLocator picker, String title) {
        return picker.getByRole(AriaRole.CHECKBOX, new FrameLocator.GetByRoleOptions().setName(Pattern.compile(title)));
    }

    private static void press(FrameLocator page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator tabTo(Learner somebody, Locator focused) {
        for (int tabs = 0; focused.count() == 0; tabs++) {
            assertThat(tabs).as("tabs until it has the focus").isLessThan(40);
            somebody.page().keyboard().press("Tab");
        }
        return focused;
    }

    /** The xAPI registration, our attempt, under which watching this link is told. */
    private String registrationOf(String link, String more) {
        Lrs lrs = lectern.lrs("acme");
        int before = lrs.statements().size();
        try (Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student2", link) + more)
                    .seesPlayer()
                    .plays()
                    .watchesFor(1);
            Await.until(
                    PATIENCE,
                    () -> "a statement of the player",
                    () -> !Statements.ofVerb(lrs.statementsAfter(before), "initialized")
                            .isEmpty());
        }
        return Statements.ofVerb(lrs.statementsAfter(before), "initialized")
                .get(0)
                .getJsonObject("context")
                .getString("registration");
    }

    private void copyTheCourse() {
        String id = course(0).getString("id");
        posted("/acme/courses/copy", FormData.create().set("course", id).set("person", "teacher"));
        JsonObject copy = course(1);
        assertThat(copy.getJsonArray("history").toString()).contains(id);
    }

    private void switched(String name, String value) {
        posted("/acme/switches", FormData.create().set(name, value));
    }

    private void posted(String path, FormData form) {
        try (Learner nobody = Learner.at(browser)) {
            assertThat(nobody.page()
                            .request()
                            .post(
                                    lectern.lms() + path,
                                    RequestOptions.create().setForm(form).setHeader("Accept", "application/json"))
                            .status())
                    .isEqualTo(200);
        }
    }

    private List<JsonObject> links(int course) {
        return course(course).getJsonArray("links").getValuesAs(JsonObject.class);
    }

    private JsonObject course(int number) {
        try (Learner nobody = Learner.at(browser)) {
            String text = nobody.page()
                    .request()
                    .get(lectern.lms() + "/acme/courses.json")
                    .text();
            try (var reader = Json.createReader(new StringReader(text))) {
                return reader.readObject().getJsonArray("courses").getJsonObject(number);
            }
        }
    }
}
