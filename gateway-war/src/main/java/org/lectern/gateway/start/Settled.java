package org.lectern.gateway.start;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.lectern.config.gateway.Configuration;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.MasterKeyFile;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.DeclaredTenants;

/** The configuration, read once, and the sources of time and chance; other rooms inject what is produced here. */
@ApplicationScoped
public class Settled {

    private static final List<String> READ_BY_OTHERS = List.of("lectern.playground.**");

    private final Event<Settings> rooms;
    private final SecureRandom random = new SecureRandom();
    private Configuration configuration;
    private MasterKey key;

    /** @param rooms tells every room to read its settings now, so that all that is wrong is named at once */
    @Inject
    Settled(Event<Settings> rooms) {
        this.rooms = rooms;
    }

    protected Settled() { // CDI proxy
        this(null);
    }

    @PostConstruct
    void read() {
        configuration = Configuration.read(
                ConfigProvider.getConfig(Settled.class.getClassLoader()), rooms::fire, READ_BY_OTHERS);
        GatewaySettings gateway = configuration.gateway();
        key = new MasterKeyFile(gateway.secretKeyFile(), gateway.dataFolder(), random).load();
    }

    /** What is allowed but probably not meant, a line each. */
    List<String> warnings() {
        return configuration.warnings();
    }

    @Produces
    @Dependent
    GatewaySettings gateway() {
        return configuration.gateway();
    }

    /** As declared; rooms that serve inject {@code Tenants}, which knows the platforms registered since, too. */
    @Produces
    @Dependent
    @Typed(DeclaredTenants.class)
    DeclaredTenants tenants() {
        return configuration.tenants();
    }

    @Produces
    @Dependent
    MasterKey key() {
        return key;
    }

    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Dependent
    SecureRandom random() {
        return random;
    }
}
