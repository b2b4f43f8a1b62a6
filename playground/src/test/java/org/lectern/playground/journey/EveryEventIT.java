package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lectern.adapter.judge.NpmJudge;
import org.lectern.adapter.judge.ProfileTemplates;
import org.lectern.adapter.judge.StatementCheck;

/**
 * Every event of Kaltura's guide and every statement of the Video Profile happens by hands on mouse and keys, as a teacher, an
 * administrator and a student, and arrives: a table is printed of event, verb and verdict.
 */
@ExtendWith(Journey.class)
class EveryEventIT {

    private static final Duration PATIENCE = Journey.PATIENCE;

    /** Part of the practice clip: at twice the speed long enough for a report of progress before the last, short enough to wait for. */
    private static final Path CLIP = Path.of("src", "test", "resources", "clips", "division-24s.mp4");

    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final String VIDEO = "https://w3id.org/xapi/video/verbs/";
    private static final String STREAM = "http://activitystrea.ms/schema/1.0/";
    private static final String TINCAN = "http://id.tincanapi.com/verb/";

    private final Lectern lectern;
    private final Browser browser;

    EveryEventIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @Test
    void arrivesAtBothInstitutionsAndIsJudgedValid() throws Exception {
        Story acme = new Story("acme", ofTheVideoProfile(), BesideExamples.ofTheVideoProfile());
        Story umbrella = new Story("umbrella", ofKalturasGuide(), BesideExamples.ofKalturasGuide());
        acme.prepare();
        umbrella.prepare();
        try (Learner here = Learner.at(browser);
                Learner there = Learner.at(browser)) {
            acme.begin(here);
            umbrella.begin(there);
            acme.finish(here);
            umbrella.finish(there);
            // The browser stays open until the statements are there: closing it ends even what a page sent as its
            // farewell.
            acme.judge();
            umbrella.judge();
        }
    }

    private static Map<String, Predicate<JsonObject>> ofTheVideoProfile() {
        Map<String, Predicate<JsonObject>> events = ofPages();
        events.put("initialized", verb(ADL + "initialized"));
        events.put("play", verb(VIDEO + "played"));
        events.put("pause", verb(VIDEO + "paused"));
        events.put("seek", verb(VIDEO + "seeked"));
        events.put(
                "playbackRateChange",
                verb(ADL + "interacted")
                        .and(says("\"1.5x\"").or(says("\"2x\"")))
                        .and(says("extensions/volume\":1")));
        events.put("interacted, captions", verb(ADL + "interacted").and(says("cc-subtitle-enabled\":true")));
        events.put("interacted, captions off", verb(ADL + "interacted").and(says("cc-subtitle-enabled\":false")));
        events.put("interacted, full screen", verb(ADL + "interacted").and(says("extensions/full-screen\":")));
        events.put("interacted, volume", verb(ADL + "interacted").and(says("extensions/volume\":0")));
        events.put("completed", verb(ADL + "completed"));
        events.put("terminated", verb(ADL + "terminated"));
        return events;
    }

    private static Map<String, Predicate<JsonObject>> ofKalturasGuide() {
        Map<String, Predicate<JsonObject>> events = ofPages();
        events.put("play", verb(STREAM + "play"));
        events.put("pause", verb(TINCAN + "paused"));
        events.put("seek", verb(TINCAN + "skipped"));
        events.put("playbackRateChange", verb(ADL + "interacted"));
        events.put(
                "playProgress",
                verb(STREAM + "watch").and(says("\"completion\":true").negate()));
        events.put("playProgress, finished", verb(STREAM + "watch").and(says("\"completion\":true")));
        return events;
    }

    /** What both vocabularies say with the same verbs. */
    private static Map<String, Predicate<JsonObject>> ofPages() {
        Map<String, Predicate<JsonObject>> events = new LinkedHashMap<>();
        events.put("login", verb("https://w3id.org/xapi/adl/verbs/logged-in"));
        events.put("categoryView", verb(TINCAN + "viewed"));
        events.put("captureSpaceLaunch, kalturaCaptureLaunch", verb(ADL + "launched"));
        events.put("entryUpload", verb("https://w3id.org/xapi/netc/verbs/uploaded"));
        events.put("entryUnlisted", verb(STREAM + "update"));
        events.put("entryPublish", verb(ADL + "shared"));
        events.put("entryCollaborator", verb("https://w3id.org/xapi/acrossx/verbs/was-assigned"));
        events.put("entryLike", verb(STREAM + "like"));
        events.put("entryComment", verb(ADL + "commented"));
        return events;
    }

    /** What happens at one institution. */
    private final class Story {

        private final String institution;
        private final Map<String, Predicate<JsonObject>> events;
        private final BesideExamples examples;
        private final Lrs lrs;
        private final int before;
        private final String title = "Every event " + System.nanoTime();

        Story(String institution, Map<String, Predicate<JsonObject>> events, BesideExamples examples) {
            this.institution = institution;
            this.events = events;
            this.examples = examples;
            this.lrs = lectern.lrs(institution);
            lrs.behave("ok");
            this.before = lrs.statements().size();
        }

        /** A teacher adds a video, shows it to some, then to all, and gives a colleague a code, who becomes its co-editor. */
        void prepare() {
            String code;
            try (Learner teacher = Learner.at(browser)) {
                code = publishes(teacher);
            }
            try (Learner administrator = Learner.at(browser)) {
                administrator.open(lectern.course(institution, "admin", "gallery") + "&window=1");
                Page page = administrator.page();
                button(page, "Your videos").click();
                page.locator("#code").fill(code);
                page.locator("#code").press("Enter");
                assertThat(page.locator("h1")).hasText(title);
            }
        }

        private String publishes(Learner teacher) {
            teacher.open(lectern.course(institution, "teacher", "gallery") + "&window=1");
            Page page = teacher.page();
            button(page, "Add a video").first().click();
            tab(page, "Record");
            // The application itself is not on this machine; that it was asked for is what is told.
            page.locator("a.button[href*='capture']").click();
            tab(page, "A file");
            page.locator("#file").setInputFiles(CLIP);
            assertThat(page.locator("canvas.still")).isVisible();
            page.getByLabel("Title").fill(title);
            button(page, "Upload").click();
            assertThat(page.locator("#current-heading")).hasText("“" + title + "” is in the library", patiently());
            button(page, "Details and publishing").click();
            page.locator("#state-unlisted").check();
            assertThat(page.getByText("Saved.").first()).isVisible();
            page.locator("#state-published").check();
            button(page, "Make a code").click();
            String code = page.locator(".code code").innerText();
            teacher.takesPicture("every-event-details-" + institution);
            return code;
        }

        /** A student uses every control on one video, then finds the other in the gallery, likes it, says so, and goes on fast. */
        void begin(Learner student) {
            student.open(lectern.course(institution, "student4", "intro"))
                    .seesPlayer()
                    .plays()
                    .choosesCaptions("English")
                    .choosesCaptions("captions off")
                    .fillsTheScreen()
                    .leavesTheScreen()
                    .clicksTimeline(0.3)
                    .choosesSpeed("1.5x")
                    .mutes();
            student.open(lectern.course(institution, "student4", "gallery"));
            FrameLocator frame = student.frame();
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(title))
                    .click();
            student.seesPlayer().plays().watchesFor(1).pauses();
            frame.locator(".like").click();
            assertThat(frame.locator(".like[aria-pressed=true]")).isVisible();
            frame.getByRole(AriaRole.TAB, new FrameLocator.GetByRoleOptions().setName("Comments"))
                    .click();
            frame.getByLabel("Your comment").fill("Where does it <i>end</i>?");
            frame.getByLabel("Your comment").press("Tab");
            student.page().keyboard().press("Enter");
            assertThat(frame.locator("article.comment")).hasCount(1);
            student.takesPicture("every-event-player-" + institution);
            student.choosesSpeed("2x").plays();
        }

        void finish(Learner student) {
            student.watchesToTheEnd(PATIENCE);
            student.leaves();
        }

        void judge() throws Exception {
            lrs.await(
                    before,
                    "every event",
                    all -> events.values().stream()
                            .allMatch(event -> all.stream().anyMatch(event)));
            List<JsonObject> told = lrs.statementsAfter(before);
            EveryEventIT.judge(institution, events, told);
            examples.compare(told, events, lectern.namesOf(institution));
        }
    }

    private static void judge(String institution, Map<String, Predicate<JsonObject>> events, List<JsonObject> told)
            throws Exception {
        StatementCheck check = new StatementCheck(Instant.now());
        ProfileTemplates templates = new ProfileTemplates();
        List<JsonObject> statements = events.values().stream()
                .map(event -> told.stream().filter(event).findFirst().orElseThrow())
                .toList();
        // All at once: each call starts a process.
        List<String> verdicts = NpmJudge.inTarget()
                .verdicts(statements.stream()
                        .map(statement -> statement.toString().getBytes(StandardCharsets.UTF_8))
                        .toList());
        StringBuilder table = new StringBuilder("event → statement at " + institution + "\n");
        List<String> invalid = new ArrayList<>();
        int row = 0;
        for (String event : events.keySet()) {
            JsonObject statement = statements.get(row);
            List<String> faults = new ArrayList<>(check.faults(statement.toString()));
            if (statement.toString().contains("\"https://w3id.org/xapi/video\"")) {
                faults.addAll(templates.faults(statement));
            }
            if (!verdicts.get(row).equals("ok")) {
                faults.add(verdicts.get(row));
            }
            table.append(String.format(
                    "%-46s %-58s %s%n",
                    event,
                    statement.getJsonObject("verb").getString("id"),
                    faults.isEmpty() ? "valid: structure, profile, npm" : faults));
            if (!faults.isEmpty()) {
                invalid.add(event + " " + faults);
            }
            row++;
        }
        System.out.println(table);
        assertThat(invalid).isEmpty();
    }

    private static Predicate<JsonObject> verb(String id) {
        return statement -> statement.getJsonObject("verb").getString("id").equals(id);
    }

    private static Predicate<JsonObject> says(String text) {
        return statement -> statement.toString().contains(text);
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
