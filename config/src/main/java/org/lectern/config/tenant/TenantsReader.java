package org.lectern.config.tenant;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;

/** From {@code lectern.tenants} and {@code lectern.tenant.*} to {@link DeclaredTenants}. */
public final class TenantsReader {

    private static final Kind<TenantId> TENANT_ID = new Kind<>(
            "ids of 1 to 40 lower-case letters, digits and hyphens, beginning with a letter",
            false,
            text -> Optional.of(new TenantId(text)));

    private final Settings settings;

    /** @param folder where relative paths of media and captions start from */
    public TenantsReader(Config config, Path folder) {
        this(new Settings(config, folder));
    }

    /** Takes part in a larger reading, which reports what is wrong. */
    public TenantsReader(Settings settings) {
        this.settings = settings;
    }

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong */
    public DeclaredTenants read() {
        DeclaredTenants tenants = collect();
        settings.refuseIfWrong();
        return tenants;
    }

    /** What is right among the tenants; the rest is noted in the settings. */
    public DeclaredTenants collect() {
        List<Tenant> tenants = settings.section("lectern").list("tenants", TENANT_ID).stream()
                .map(id -> TenantReader.read(id, settings.section("lectern.tenant." + id)))
                .flatMap(Optional::stream)
                .toList();
        refuseSharedDeployments(tenants);
        return new DeclaredTenants(
                tenants, tenants.stream().flatMap(SharedLrs::warnings).toList());
    }

    // A launch finds its tenant by these three; two owners would mean guessing whose learner it is.
    private void refuseSharedDeployments(List<Tenant> tenants) {
        record Deployment(String issuer, String clientId, String deploymentId) {}
        Map<Deployment, String> owners = new HashMap<>();
        for (Tenant tenant : tenants) {
            for (Platform platform : tenant.platforms()) {
                Section section = settings.section("lectern.tenant." + tenant.id() + ".platform." + platform.name());
                for (String deploymentId :
                        platform.deploymentIds().stream().sorted().toList()) {
                    String owner = owners.putIfAbsent(
                            new Deployment(platform.issuer(), platform.clientId(), deploymentId),
                            section.property("deployment-ids"));
                    if (owner != null) {
                        section.wrong(
                                "deployment-ids",
                                "'" + deploymentId + "', which " + owner + " has for the same issuer and client-id",
                                "each deployment of a platform once in all tenants");
                    }
                }
            }
        }
    }
}
