package org.lectern.gateway.library;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of the library.
 *
 * @param linkLifetime {@code lectern.media.link-lifetime}: how long a link to a file works, 1 min to 7 days, by default 8 h as a session
 */
public record LibrarySettings(Duration linkLifetime) {

    private static final String KEY = "lectern.media.link-lifetime";

    public LibrarySettings {
        if (linkLifetime.compareTo(Duration.ofMinutes(1)) < 0 || linkLifetime.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(KEY + " must be PT1M to P7D, found " + linkLifetime);
        }
    }

    static LibrarySettings of(Config config) {
        return new LibrarySettings(config.getOptionalValue(KEY, Duration.class).orElse(Duration.ofHours(8)));
    }
}
