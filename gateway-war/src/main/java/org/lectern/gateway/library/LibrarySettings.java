package org.lectern.gateway.library;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;

/**
 * Settings of the library.
 *
 * @param linkLifetime {@code lectern.media.link-lifetime}: how long a link to a file works, 1 min to 7 days, by default 8 h as a session
 */
public record LibrarySettings(Duration linkLifetime) {

    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(8);

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    static LibrarySettings read(Config config) {
        return Settings.reading(config, LibrarySettings::collect);
    }

    static LibrarySettings collect(Settings settings) {
        return new LibrarySettings(settings.section("lectern.media")
                .value("link-lifetime", Kind.duration("PT1M", "P7D"), DEFAULT_LIFETIME));
    }
}
