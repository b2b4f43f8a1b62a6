package org.lectern.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;

/**
 * Settings of everything that leaves: {@code lectern.allow-private-addresses} (default false) lets requests reach loopback and
 * private networks and use plain http; {@code lectern.outbound.connections} (1 to 4096, default 128) and
 * {@code lectern.outbound.connections-per-host} (1 to 1024, default 16) bound the pool; {@code lectern.version} is told as User-Agent.
 */
@ApplicationScoped
public class OutboundSettings {

    private static final Kind<String> VERSION =
            Kind.matching(Pattern.compile("[A-Za-z0-9._-]{1,40}"), "1 to 40 letters, digits, '.', '-' and '_'");

    private final boolean allowPrivate;
    private final int connections;
    private final int perHost;
    private final String version;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public OutboundSettings(Config config) {
        this(Settings.reading(config, OutboundSettings::collect));
    }

    public OutboundSettings(boolean allowPrivate, int connections, int perHost, String version) {
        this.allowPrivate = allowPrivate;
        this.connections = connections;
        this.perHost = perHost;
        this.version = version;
    }

    private OutboundSettings(OutboundSettings read) {
        this(read.allowPrivate, read.connections, read.perHost, read.version);
    }

    protected OutboundSettings() {
        this(false, 0, 0, "");
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    static OutboundSettings collect(Settings settings) {
        Section outbound = settings.section("lectern.outbound");
        return new OutboundSettings(
                settings.allowPrivateAddresses(),
                outbound.value("connections", Kind.number(1, 4_096), 128),
                outbound.value("connections-per-host", Kind.number(1, 1_024), 16),
                settings.section("lectern").value("version", VERSION, "0.1"));
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
