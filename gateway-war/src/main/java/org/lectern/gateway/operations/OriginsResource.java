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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.Approving;
import org.lectern.gateway.connection.ConnectedTenants;
import org.lectern.gateway.connection.RegisteredPlatformRow;
import org.lectern.gateway.problem.Problem;

/** Whose pages may frame ours, by platform. What the configuration says is read-only here. */
@Path("/api/v1/admin/origins")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class OriginsResource {

    private static final String NONE = "none";

    private final ConnectedTenants tenants;
    private final Approving approving;
    private final AuditLog audit;

    @Inject
    public OriginsResource(ConnectedTenants tenants, Approving approving, AuditLog audit) {
        this.tenants = tenants;
        this.approving = approving;
        this.audit = audit;
    }

    protected OriginsResource() { // CDI proxy
        this(null, null, null);
    }

    /**
     * A platform's.
     *
     * @param entered by people
     * @param allowed what browsers are told: those, what the platform told, where it signs people in, and its maker's
     */
    public record OriginsItem(
            String tenant, String platform, List<String> entered, List<String> allowed, String source) {}

    /**
     * Of every platform that was not removed.
     *
     * @param tenant only this one's
     * @param platform only this one
     */
    @GET
    public Listing<OriginsItem> list(@QueryParam("tenant") String tenant, @QueryParam("platform") String platform) {
        Optional<String> wanted = Asked.tenant(tenant);
        Optional<String> only = Asked.text(platform);
        return Listing.whole(Stream.concat(
                        tenants.declared().all().stream()
                                .flatMap(one -> one.platforms().stream()
                                        .map(known -> item(
                                                one.id(), known, known.origins(), RegistrationsResource.DECLARED))),
                        approving.all().stream().map(OriginsResource::item))
                .filter(item -> wanted.map(item.tenant()::equals).orElse(true))
                .filter(item -> only.map(item.platform()::equals).orElse(true))
                .toList());
    }

    /** Says whose they are, in place of what was entered before. Body: {@code origins}, with commas between, or {@code none}. */
    @POST
    @Path("{tenant}/{platform}")
    public OriginsItem set(@PathParam("tenant") String tenant, @PathParam("platform") String platform, String body) {
        Set<FrameOrigin> origins = origins(Order.read(body, "origins").text("origins"));
        Tenant owner = Asked.known(tenants, tenant);
        RegisteredPlatformRow row = approving.find(owner.id(), platform).orElseThrow(() -> unknown(owner, platform));
        audit.write(
                Optional.of(owner.id()),
                "registration.origins",
                "platform=" + platform + " origins=" + (origins.isEmpty() ? NONE : FrameOrigin.text(origins)));
        approving.origins(row, origins);
        return approving
                .find(owner.id(), platform)
                .map(OriginsResource::item)
                .orElseThrow(() -> unknown(owner, platform));
    }

    private static Set<FrameOrigin> origins(String text) {
        if (text.equals(NONE)) {
            return Set.of();
        }
        Set<FrameOrigin> origins = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> FrameOrigin.of(one)
                        .orElseThrow(() -> new Problem(
                                400, "origins.invalid", "'" + one + "' is not " + FrameOrigin.ALLOWED + ".")))
                .collect(Collectors.toSet());
        if (origins.isEmpty() || origins.size() > FrameOrigin.MOST) {
            throw new Problem(
                    400,
                    "origins.invalid",
                    "One to " + FrameOrigin.MOST + " origins with commas between, or none, found " + origins.size()
                            + ".");
        }
        return origins;
    }

    private static Problem unknown(Tenant owner, String platform) {
        boolean declared =
                owner.platforms().stream().anyMatch(known -> known.name().equals(platform));
        return declared
                ? new Problem(
                        409,
                        "registration.declared",
                        "This registration comes from the configuration file; set lectern.tenant." + owner.id()
                                + ".platform." + platform + ".origins there.")
                : new Problem(404, "registration.unknown", "Tenant '" + owner.id() + "' has no such registration.");
    }

    private static OriginsItem item(RegisteredPlatformRow row) {
        return item(row.tenant(), row.platform(), row.origins().entered(), RegistrationsResource.REGISTERED);
    }

    private static OriginsItem item(TenantId tenant, Platform platform, Set<FrameOrigin> entered, String source) {
        return new OriginsItem(tenant.value(), platform.name(), texts(entered), texts(platform.ancestors()), source);
    }

    private static List<String> texts(Set<FrameOrigin> origins) {
        return origins.stream().map(FrameOrigin::toString).sorted().toList();
    }
}
