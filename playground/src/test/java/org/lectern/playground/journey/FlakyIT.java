package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A student on a bad day: a minute without a network, a laptop that falls asleep, two tabs with the same video, and a browser that is
 * killed while what happened last still waits. The LRS holds all of it, in order, and none of it twice.
 */
@ExtendWith(Journey.class)
class FlakyIT {

    private static final Duration OFF_LINE = Duration.ofSeconds(60);
    private static final Duration ASLEEP = Duration.ofSeconds(10);
    private static final int KEPT_MS = 1_500;

    private final Lectern lectern;
    private final Browser browser;

    FlakyIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    /**
     * In a browser that lets frames keep something: one that blocks all storage in them loses with its memory what happened last, and
     * the page, which knows, sends twice as often.
     */
    @Test
    void aBadDayLeavesCompleteSessionsInOrder(@TempDir Path profile) throws Exception {
        Lrs acme = lectern.lrs("acme");
        acme.behave("ok");
        int before = acme.statements().size();
        Files.createDirectories(profile.resolve("Default"));
        Files.writeString(
                profile.resolve("Default").resolve("Preferences"),
                "{\"profile\":{\"cookie_controls_mode\":0,\"block_third_party_cookies\":false}}");
        String activity = lectern.course("acme", "student2", "division");
        try (BrowserContext context = browser.browserType()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Journey.chromium())
                                .setArgs(Journey.ARGUMENTS)
                                .setViewportSize(1280, 900))) {
            Learner one = Learner.in(context);
            one.open(activity).seesPlayer().plays().watchesFor(2);
            aMinuteWithoutNetwork(one);
            one.plays().watchesFor(1);
            asleep(profile);
            one.watchesFor(1);

            Learner two = Learner.in(context);
            two.open(activity).seesPlayer().plays().watchesFor(1);
            acme.await(
                    before,
                    "told of both tabs",
                    all -> Statements.sessions(all).size() == 2
                            && Statements.verbs(Statements.sessions(all).get(1)).contains("played"));

            one.losesTheNetwork();
            two.pauses();
            one.pauses();
            one.page().waitForTimeout(KEPT_MS);
            renderers(profile, "-KILL");
            List.copyOf(context.pages()).forEach(Page::close);
            context.setOffline(false);

            Learner again = Learner.in(context);
            again.open(activity).seesPlayer();
            acme.await(
                    before,
                    "told of what waited",
                    all -> Statements.sessions(all).stream()
                                    .limit(2)
                                    .filter(session -> Statements.verbs(session)
                                            .get(session.size() - 1)
                                            .equals("paused"))
                                    .count()
                            == 2);
        }
        List<List<jakarta.json.JsonObject>> sessions = Statements.sessions(acme.statementsAfter(before));
        assertThat(Statements.verbs(sessions.get(0)))
                .containsExactly("initialized", "played", "seeked", "paused", "played", "paused");
        assertThat(Statements.verbs(sessions.get(1))).containsExactly("initialized", "played", "paused");
        Statements.passTheJudges(sessions.get(0));
        Statements.passTheJudges(sessions.get(1));
        assertThat(acme.changed()).isEmpty();
    }

    /** What happens meanwhile is seen by nobody but the page. */
    private static void aMinuteWithoutNetwork(Learner student) {
        Instant end = Instant.now().plus(OFF_LINE);
        student.losesTheNetwork()
                .watchesFor(1)
                .clicksTimeline(0.5)
                .watchesFor(1)
                .pauses();
        student.page().waitForTimeout(Duration.between(Instant.now(), end).toMillis());
        student.hasTheNetworkAgain();
    }

    /** The clock goes on, and no page does. */
    private static void asleep(Path profile) throws IOException, InterruptedException {
        renderers(profile, "-STOP");
        TimeUnit.MILLISECONDS.sleep(ASLEEP.toMillis());
        renderers(profile, "-CONT");
    }

    /** Sends a signal to every process of this test's own browser that runs a page. */
    private static void renderers(Path profile, String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        ProcessHandle.current()
                .descendants()
                .filter(process -> said(process).contains("--user-data-dir=" + profile))
                .flatMap(ProcessHandle::descendants)
                .filter(process -> said(process).contains("--type=renderer"))
                .distinct()
                .forEach(process -> command.add(String.valueOf(process.pid())));
        assertThat(command).as("processes that run pages").hasSizeGreaterThan(2);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** From the kernel: Java leaves command lines out that are as long as a browser's. */
    private static String said(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
