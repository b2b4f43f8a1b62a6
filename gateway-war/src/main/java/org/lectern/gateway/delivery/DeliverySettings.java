package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of delivery: {@code lectern.delivery.workers} (1 to 64, default 16) is how many healthy lanes are served at one
 * time on this node; half as many again serve lanes that fail or answer slowly, so that those never take a healthy lane's place.
 */
@ApplicationScoped
public class DeliverySettings {

    private final int workers;

    @Inject
    public DeliverySettings(Config config) {
        this(config.getOptionalValue("lectern.delivery.workers", Integer.class).orElse(16));
    }

    public DeliverySettings(int workers) {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("lectern.delivery.workers: 1 to 64, found " + workers);
        }
        this.workers = workers;
    }

    protected DeliverySettings() {
        this(1);
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
