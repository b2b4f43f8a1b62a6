package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenants;

/** The platforms that may launch, in the order of the configuration. */
@Path("/api/v1/admin/registrations")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class RegistrationsResource {

    /** Where a tenant or registration comes from: configuration, read-only here. */
    static final String DECLARED = "file";

    private final Tenants tenants;

    @Inject
    public RegistrationsResource(Tenants tenants) {
        this.tenants = tenants;
    }

    protected RegistrationsResource() { // CDI proxy
        this(null);
    }

    /** A platform as registered for a tenant. */
    public record RegistrationItem(
            String tenant,
            String platform,
            String issuer,
            String clientId,
            List<String> deployments,
            URI authorizationUrl,
            URI tokenUrl,
            URI jwksUrl,
            String source) {}

    /** @param tenant only this one's */
    @GET
    public Listing<RegistrationItem> list(@QueryParam("tenant") String tenant) {
        Optional<String> wanted = Asked.tenant(tenant);
        return Listing.whole(tenants.all().stream()
                .filter(one -> wanted.map(one.id().value()::equals).orElse(true))
                .flatMap(one ->
                        one.platforms().stream().map(platform -> item(one.id().value(), platform)))
                .toList());
    }

    private static RegistrationItem item(String tenant, Platform platform) {
        return new RegistrationItem(
                tenant,
                platform.name(),
                platform.issuer(),
                platform.clientId(),
                platform.deploymentIds().stream().sorted().toList(),
                platform.authorizationUrl(),
                platform.tokenUrl(),
                platform.jwksUrl(),
                DECLARED);
    }
}
