package org.lectern.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.Tenant;

/**
 * Settings of this room: {@code lectern.tenant.<id>.opt-out-of-names=true} lets people of an institution whose actor policy names them
 * ask to be left unnamed. By default they cannot.
 */
@ApplicationScoped
public class NamingSettings {

    private final Set<String> optional;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public NamingSettings(Config config) {
        this(Settings.reading(config, NamingSettings::collect));
    }

    /** @param optional ids of the institutions that let people be unnamed */
    public NamingSettings(Set<String> optional) {
        this.optional = Set.copyOf(optional);
    }

    protected NamingSettings() { // CDI proxy
        this(Set.of());
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    private static Set<String> collect(Settings settings) {
        return settings.tenantsWhere(tenant -> tenant.value("opt-out-of-names", Kind.flag(), false));
    }

    /** Whether people of the institution are named in statements and may ask not to be. */
    public boolean mayOptOut(Tenant tenant) {
        return tenant.actor() != ActorPolicy.PSEUDONYM
                && optional.contains(tenant.id().value());
    }
}
