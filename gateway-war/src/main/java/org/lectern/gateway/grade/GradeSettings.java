package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.TenantId;

/**
 * Settings of this room: {@code lectern.tenant.<id>.grading} says what the grade of a link stands for that does not say it itself:
 * {@code share} (default) or {@code completion}; {@code off} sends no grades to the institution's platforms at all.
 */
@ApplicationScoped
public class GradeSettings {

    private final Map<String, Grading> byTenant;

    /** What an institution wants. */
    public enum Grading {
        SHARE,
        COMPLETION,
        OFF
    }

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public GradeSettings(Config config) {
        this(Settings.reading(config, GradeSettings::collect));
    }

    public GradeSettings(Map<String, Grading> byTenant) {
        this.byTenant = Map.copyOf(byTenant);
    }

    protected GradeSettings() { // CDI proxy
        this(Map.of());
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    static Map<String, Grading> collect(Settings settings) {
        Map<String, Grading> byTenant = new HashMap<>();
        settings.tenants()
                .forEach((id, tenant) -> tenant.optional("grading", Kind.choice(Grading.class))
                        .ifPresent(grading -> byTenant.put(id, grading)));
        return byTenant;
    }

    Grading of(TenantId tenant) {
        return byTenant.getOrDefault(tenant.value(), Grading.SHARE);
    }
}
