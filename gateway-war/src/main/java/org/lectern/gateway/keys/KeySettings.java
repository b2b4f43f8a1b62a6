package org.lectern.gateway.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.lti.keys.KeyRotation;

/**
 * Settings of our own keys: {@code lectern.keys.rotate-every} (P2D to P3650D, default P90D), {@code lectern.keys.publish-ahead} and
 * {@code lectern.keys.retire-after} (P1D to P365D, default P7D). A day is the floor because platforms remember a key set for up to a
 * day, and no token of ours lives longer than an hour.
 */
@ApplicationScoped
public class KeySettings {

    private static final KeyRotation DEFAULT = KeyRotation.DEFAULT;
    private static final Kind<Duration> SPAN = Kind.duration("P1D", "P365D");

    private final KeyRotation rotation;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public KeySettings(Config config) {
        this(Settings.reading(config, KeySettings::collect));
    }

    public KeySettings(KeyRotation rotation) {
        this.rotation = rotation;
    }

    protected KeySettings() { // CDI proxy
        this((KeyRotation) null);
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    private static KeyRotation collect(Settings settings) {
        Section keys = settings.section("lectern.keys");
        Duration every = keys.value("rotate-every", Kind.duration("P2D", "P3650D"), DEFAULT.every());
        Duration ahead = keys.value("publish-ahead", SPAN, DEFAULT.publishAhead());
        Duration after = keys.value("retire-after", SPAN, DEFAULT.retireAfter());
        if (every.compareTo(ahead) > 0) {
            return new KeyRotation(every, ahead, after);
        }
        keys.wrong(
                "rotate-every",
                days(every),
                "more than " + keys.property("publish-ahead") + ", which is " + days(ahead));
        return DEFAULT;
    }

    private static String days(Duration span) {
        return span.toHours() % 24 == 0 ? "P" + span.toDays() + "D" : span.toString();
    }

    /** When keys change their state. */
    public KeyRotation rotation() {
        return rotation;
    }
}
