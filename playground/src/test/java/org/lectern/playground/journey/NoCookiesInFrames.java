package org.lectern.playground.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A browser that keeps no cookie of the gateway, partitioned or not, while another site's page is on top; in a window of its own it
 * does. As browsers without partitioned cookies behave, and people who forbid a site its cookies.
 */
final class NoCookiesInFrames implements AutoCloseable {

    private final Playwright playwright = Journey.playwright();
    private final BrowserContext context;

    /** @param profile an empty or absent folder */
    NoCookiesInFrames(Lectern lectern, Path profile) throws IOException {
        Path settings = Files.createDirectories(profile.resolve("Default")).resolve("Preferences");
        Files.writeString(settings, """
                {"profile":{"content_settings":{"exceptions":{"cookies":{"%s,%s":{"setting":2}}}}}}""".formatted(lectern.gateway(), lectern.lms()));
        context = playwright.chromium().launchPersistentContext(profile, Journey.profileOptions());
    }

    Learner learner() {
        return Learner.in(context);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
