package org.lectern.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of everything that leaves: {@code lectern.allow-private-addresses} (default false) lets requests reach loopback and
 * private networks and use plain http; {@code lectern.outbound.connections} (default 128) and
 * {@code lectern.outbound.connections-per-host} (default 16) bound the pool; {@code lectern.version} is told as User-Agent.
 */
@ApplicationScoped
public class OutboundSettings {

    private final boolean allowPrivate;
    private final int connections;
    private final int perHost;
    private final String version;

    @Inject
    public OutboundSettings(Config config) {
        this(
                config.getOptionalValue("lectern.allow-private-addresses", Boolean.class)
                        .orElse(false),
                config.getOptionalValue("lectern.outbound.connections", Integer.class)
                        .orElse(128),
                config.getOptionalValue("lectern.outbound.connections-per-host", Integer.class)
                        .orElse(16),
                config.getOptionalValue("lectern.version", String.class).orElse("0.1"));
    }

    public OutboundSettings(boolean allowPrivate, int connections, int perHost, String version) {
        this.allowPrivate = allowPrivate;
        this.connections = connections;
        this.perHost = perHost;
        this.version = version;
    }

    protected OutboundSettings() {
        this(false, 0, 0, "");
    }

    public boolean allowPrivate() {
        return allowPrivate;
    }

    public int connections() {
        return connections;
    }

    public int perHost() {
        return perHost;
    }

    public String version() {
        return version;
    }
}
