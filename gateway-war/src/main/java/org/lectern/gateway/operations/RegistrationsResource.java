package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.connection.Approving;
import org.lectern.gateway.connection.ConnectedTenants;
import org.lectern.gateway.connection.Connecting;
import org.lectern.gateway.connection.RegisteredPlatformRow;
import org.lectern.gateway.problem.Problem;
import org.lectern.lti.dynamic.RegistrationRefused;

/**
 * The platforms of the institutions: those of the configuration, which are active and read-only here, then those registered by an
 * invitation. The answer to a deed is how the registration is then.
 */
@Path("/api/v1/admin/registrations")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class RegistrationsResource {

    /** Where a tenant or registration comes from: configuration, read-only here. */
    static final String DECLARED = "file";

    static final String REGISTERED = "database";

    private final ConnectedTenants tenants;
    private final Approving approving;
    private final Connecting connecting;
    private final AuditLog audit;

    @Inject
    public RegistrationsResource(ConnectedTenants tenants, Approving approving, Connecting connecting, AuditLog audit) {
        this.tenants = tenants;
        this.approving = approving;
        this.connecting = connecting;
        this.audit = audit;
    }

    protected RegistrationsResource() { // CDI proxy
        this(null, null, null, null);
    }

    /** A platform as registered for a tenant. */
    public record RegistrationItem(
            String tenant,
            String platform,
            String state,
            Optional<String> family,
            String issuer,
            String clientId,
            List<String> deployments,
            URI authorizationUrl,
            URI tokenUrl,
            URI jwksUrl,
            String source,
            Optional<String> way) {}

    /** @param tenant only this one's */
    @GET
    public Listing<RegistrationItem> list(@QueryParam("tenant") String tenant) {
        Optional<String> wanted = Asked.tenant(tenant);
        Stream<RegistrationItem> declared = tenants.declared().all().stream()
                .flatMap(one ->
                        one.platforms().stream().map(platform -> item(one.id().value(), platform)));
        Stream<RegistrationItem> registered = approving.all().stream().map(RegistrationsResource::item);
        return Listing.whole(Stream.concat(declared, registered)
                .filter(item -> wanted.map(item.tenant()::equals).orElse(true))
                .toList());
    }

    /** Lets it launch. */
    @POST
    @Path("{tenant}/{platform}/activate")
    public RegistrationItem activate(@PathParam("tenant") String tenant, @PathParam("platform") String platform) {
        RegisteredPlatformRow row = known(tenant, platform);
        if (approving.contradicts(row)) {
            throw new Problem(
                    409,
                    "registration.contradicts",
                    "Another registration has the same issuer and client id but other addresses. Remove the wrong one first.");
        }
        write(row, "registration.activate", "");
        approving.activate(row);
        return now(row);
    }

    /** Refuses its launches from now on. */
    @POST
    @Path("{tenant}/{platform}/deactivate")
    public RegistrationItem deactivate(@PathParam("tenant") String tenant, @PathParam("platform") String platform) {
        RegisteredPlatformRow row = known(tenant, platform);
        write(row, "registration.deactivate", "");
        approving.deactivate(row);
        return now(row);
    }

    /** For good. */
    @POST
    @Path("{tenant}/{platform}/remove")
    public RegistrationItem remove(@PathParam("tenant") String tenant, @PathParam("platform") String platform) {
        RegisteredPlatformRow row = known(tenant, platform);
        write(row, "registration.remove", "");
        approving.remove(row);
        return item(row, "removed");
    }

    /** Makes a deployment its own, parked or not. Body: {@code deployment}. */
    @POST
    @Path("{tenant}/{platform}/approve")
    public RegistrationItem approve(
            @PathParam("tenant") String tenant, @PathParam("platform") String platform, String body) {
        RegisteredPlatformRow row = known(tenant, platform);
        String deployment = Order.read(body, "deployment").text("deployment");
        if (deployment.length() > 255 || !deployment.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new Problem(400, "deployment.invalid", "A deployment id has 1 to 255 characters of printable ASCII.");
        }
        write(row, "deployment.approve", " deployment=" + deployment);
        if (!approving.approve(row, deployment)) {
            throw new Problem(
                    409, "deployment.taken", "That deployment of this platform belongs to another registration.");
        }
        return now(row);
    }

    /** Tells the platform what we ask of it today, where it lets us. */
    @POST
    @Path("{tenant}/{platform}/update")
    public RegistrationItem update(@PathParam("tenant") String tenant, @PathParam("platform") String platform) {
        RegisteredPlatformRow row = known(tenant, platform);
        Tenant owner = Asked.known(tenants, tenant);
        write(row, "registration.update", "");
        try {
            connecting
                    .update(owner, row)
                    .orElseThrow(() -> new Problem(
                            409,
                            "registration.not_managed",
                            "This platform does not let a registration be changed from here. Register again by a new"
                                    + " invitation: it brings this registration up to date."));
        } catch (RegistrationRefused refused) {
            throw new Problem(
                            409,
                            refused.refusal().code(),
                            refused.refusal().sentence() + " "
                                    + refused.refusal().remedy()
                                    + refused.words()
                                            .map(words -> " The platform said: " + words)
                                            .orElse(""))
                    .causedBy(refused);
        }
        return now(row);
    }

    private RegisteredPlatformRow known(String tenant, String platform) {
        Tenant owner = Asked.known(tenants, tenant);
        return approving.find(owner.id(), platform).orElseThrow(() -> {
            boolean declared =
                    owner.platforms().stream().anyMatch(known -> known.name().equals(platform));
            return declared
                    ? new Problem(
                            409,
                            "registration.declared",
                            "This registration comes from the configuration file; change it there, for example"
                                    + " lectern.tenant." + owner.id() + ".platform." + platform + ".deployment-ids.")
                    : new Problem(404, "registration.unknown", "Tenant '" + owner.id() + "' has no such registration.");
        });
    }

    private void write(RegisteredPlatformRow row, String deed, String detail) {
        audit.write(
                Optional.of(row.tenant()), deed, "platform=" + row.platform().name() + detail);
    }

    private RegistrationItem now(RegisteredPlatformRow row) {
        return approving
                .find(row.tenant(), row.platform().name())
                .map(RegistrationsResource::item)
                .orElseThrow();
    }

    private static RegistrationItem item(RegisteredPlatformRow row) {
        return item(row, row.state().label());
    }

    private static RegistrationItem item(RegisteredPlatformRow row, String state) {
        return item(
                row.tenant().value(),
                row.platform(),
                state,
                Optional.of(row.family().label()),
                REGISTERED,
                Optional.of(row.way().label()));
    }

    private static RegistrationItem item(String tenant, Platform platform) {
        return item(tenant, platform, "active", Optional.empty(), DECLARED, Optional.empty());
    }

    private static RegistrationItem item(
            String tenant,
            Platform platform,
            String state,
            Optional<String> family,
            String source,
            Optional<String> way) {
        return new RegistrationItem(
                tenant,
                platform.name(),
                state,
                family,
                platform.issuer(),
                platform.clientId(),
                platform.deploymentIds().stream().sorted().toList(),
                platform.authorizationUrl(),
                platform.tokenUrl(),
                platform.jwksUrl(),
                source,
                way);
    }
}
