package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;

/**
 * Settings of delivery: {@code lectern.delivery.workers} (1 to 64, default 16) is how many healthy lanes are served at one
 * time on this node; half as many again serve lanes that fail or answer slowly, so that those never take a healthy lane's place.
 */
@ApplicationScoped
public class DeliverySettings {

    private static final int DEFAULT_WORKERS = 16;

    private final int workers;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public DeliverySettings(Config config) {
        this(Settings.reading(config, DeliverySettings::readWorkers));
    }

    public DeliverySettings(int workers) {
        this.workers = workers;
    }

    protected DeliverySettings() {
        this(1);
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        readWorkers(settings);
    }

    private static int readWorkers(Settings settings) {
        return settings.section("lectern.delivery").value("workers", Kind.number(1, 64), DEFAULT_WORKERS);
    }

    /** Places for healthy lanes. */
    public int workers() {
        return workers;
    }

    /** Places for lanes in trouble. */
    public int troubledWorkers() {
        return Math.max(1, workers / 2);
    }
}
