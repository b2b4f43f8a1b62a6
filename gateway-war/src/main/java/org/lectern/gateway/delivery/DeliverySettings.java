package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;

/**
 * Settings of delivery: {@code lectern.delivery.workers} (1 to 64, default 16) is how many healthy lanes are served at one
 * time on this node; half as many again serve lanes that fail or answer slowly, so that those never take a healthy lane's place.
 * {@code lectern.delivery.hand-over-mib} (0 to 1024, default 48) is how many MiB of what this node has just committed it keeps for
 * delivery; what does not fit is read back from the database, with 0 everything.
 */
@ApplicationScoped
public class DeliverySettings {

    private static final int DEFAULT_WORKERS = 16;
    private static final int DEFAULT_HAND_OVER_MIB = 48;

    private final Values values;

    private record Values(int workers, int handOverMiB) {}

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public DeliverySettings(Config config) {
        this(Settings.reading(config, DeliverySettings::read));
    }

    public DeliverySettings(int workers) {
        this(new Values(workers, DEFAULT_HAND_OVER_MIB));
    }

    private DeliverySettings(Values values) {
        this.values = values;
    }

    protected DeliverySettings() {
        this(1);
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        read(settings);
    }

    private static Values read(Settings settings) {
        Section delivery = settings.section("lectern.delivery");
        return new Values(
                delivery.value("workers", Kind.number(1, 64), DEFAULT_WORKERS),
                delivery.value("hand-over-mib", Kind.number(0, 1024), DEFAULT_HAND_OVER_MIB));
    }

    /** Places for healthy lanes. */
    public int workers() {
        return values.workers();
    }

    /** Places for lanes in trouble. */
    public int troubledWorkers() {
        return Math.max(1, values.workers() / 2);
    }

    /** Most bytes of what is handed over in memory. */
    public long handOverBytes() {
        return (long) values.handOverMiB() << 20;
    }
}
