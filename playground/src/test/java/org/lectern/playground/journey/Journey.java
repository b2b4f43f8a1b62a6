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
 * Gives tests a running Lectern and a browser. Both are started when the first test asks and stopped after the last one.
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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Lectern.class || wanted == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(Journey.class));
        if (parameter.getParameter().getType() == Lectern.class) {
            return store.getOrComputeIfAbsent(Lectern.class, kind -> startLectern(), Lectern.class);
        }
        return store.getOrComputeIfAbsent(Chromium.class, kind -> new Chromium(), Chromium.class).browser;
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

    private static final class Chromium implements AutoCloseable {

        private final Playwright playwright;
        private final Browser browser;

        Chromium() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            playwright = playwright();
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(ARGUMENTS));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
