package org.lectern.playground.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running Lectern and a browser. Both are started when the first test asks and stopped with the process: where several
 * processes share the tests, each class has an engine of its own, which would start both anew.
 * Browser objects are bound to one thread, and tests count what an institution's LRS holds, so those of one process do not run in
 * parallel. Processes that do have a Lectern each.
 */
final class Journey implements ParameterResolver {

    /** How long anything may take that has to happen: machines that run tests are slow at times, and what comes early is not waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required");

    private static Lectern lectern;
    private static Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Lectern.class || wanted == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lectern.class ? lectern() : browser();
    }

    private static synchronized Lectern lectern() {
        if (lectern == null) {
            lectern = startLectern();
            Runtime.getRuntime().addShutdownHook(new Thread(lectern::close));
        }
        return lectern;
    }

    /** Ends with this process: its driver does when nobody talks to it any more. */
    private static synchronized Browser browser() {
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            browser = playwright()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(ARGUMENTS));
        }
        return browser;
    }

    private static Lectern startLectern() {
        Optional<Integer> running = Optional.ofNullable(Integer.getInteger("lectern.running.port"));
        if (running.isPresent()) {
            return Lectern.running(running.get(), Path.of(System.getProperty("lectern.running.data")));
        }
        try {
            return Lectern.up(Path.of("target", "journey-" + Lectern.FORK).toAbsolutePath(), List.of());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Lectern did not start", e);
        }
    }

    private static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Path chromium() {
        return Path.of(Optional.ofNullable(System.getenv("LECTERN_CHROMIUM")).orElse("/usr/bin/chromium"));
    }
}
