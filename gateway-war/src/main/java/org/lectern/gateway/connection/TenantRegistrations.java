package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.Registrations;

/** The tenants' active platforms as the library knows them; a registration's id is {@code tenant/platform}. Safe for any thread. */
@ApplicationScoped
@Typed(TenantRegistrations.class)
public class TenantRegistrations implements Registrations {

    private final Tenants tenants;

    @Inject
    public TenantRegistrations(Tenants tenants) {
        this.tenants = tenants;
    }

    protected TenantRegistrations() { // CDI proxy
        this(null);
    }

    @Override
    public List<PlatformRegistration> find(String issuer, Optional<String> clientId, Optional<String> deploymentId) {
        return tenants.all().stream()
                .flatMap(tenant -> tenant.platforms().stream()
                        .filter(platform -> platform.issuer().equals(issuer))
                        .filter(platform ->
                                clientId.map(platform.clientId()::equals).orElse(true))
                        .filter(platform -> deploymentId
                                .map(platform.deploymentIds()::contains)
                                .orElse(true))
                        .map(platform -> registration(tenant.id(), platform)))
                .toList();
    }

    /** The registration behind a session's tenant and platform; empty once it was taken away. */
    public Optional<PlatformRegistration> of(TenantId tenant, String platform) {
        return tenants.find(tenant)
                .flatMap(owner -> owner.platforms().stream()
                        .filter(known -> known.name().equals(platform))
                        .findFirst()
                        .map(known -> registration(owner.id(), known)));
    }

    /** The tenant and platform name behind a registration's id. */
    public static Origin origin(String registrationId) {
        int slash = registrationId.indexOf('/');
        return new Origin(new TenantId(registrationId.substring(0, slash)), registrationId.substring(slash + 1));
    }

    static PlatformRegistration registration(TenantId tenant, Platform platform) {
        return new PlatformRegistration(
                tenant + "/" + platform.name(),
                platform.issuer(),
                platform.clientId(),
                platform.deploymentIds(),
                platform.authorizationUrl(),
                platform.tokenUrl(),
                platform.tokenAudience(),
                platform.jwksUrl());
    }

    /** Whose platform it is, and its name there. */
    public record Origin(TenantId tenant, String platform) {}
}
