package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.lectern.config.lrs.Destination;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;

/** Whom this deployment serves, in the order of the configuration. */
@Path("/api/v1/admin/tenants")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class TenantsResource {

    private final Tenants tenants;

    @Inject
    public TenantsResource(Tenants tenants) {
        this.tenants = tenants;
    }

    protected TenantsResource() { // CDI proxy
        this(null);
    }

    /** A tenant without its secrets. */
    public record TenantItem(
            String id, String name, List<String> platforms, List<DestinationItem> destinations, String source) {}

    /** Where its statements and events go. */
    public record DestinationItem(
            String name,
            String kind,
            URI endpoint,
            String version,
            String dialect,
            List<String> vocabularies,
            int shards) {}

    @GET
    public Listing<TenantItem> list() {
        return Listing.whole(tenants.all().stream().map(TenantsResource::item).toList());
    }

    private static TenantItem item(Tenant tenant) {
        return new TenantItem(
                tenant.id().value(),
                tenant.name(),
                tenant.platforms().stream().map(Platform::name).toList(),
                tenant.destinations().stream().map(TenantsResource::item).toList(),
                RegistrationsResource.DECLARED);
    }

    private static DestinationItem item(Destination destination) {
        return new DestinationItem(
                destination.name(),
                destination.kind().label(),
                destination.endpoint(),
                destination.version(),
                destination.dialect().name().toLowerCase(Locale.ROOT),
                destination.vocabularies(),
                destination.shards());
    }
}
