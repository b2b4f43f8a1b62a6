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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.connection.RoleMappings.Place;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.problem.Problem;
import org.lectern.lti.registration.RoleMapping;

/** What the roles of each platform mean beside the standard. What the configuration says is read-only here. */
@Path("/api/v1/admin/roles")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class RolesResource {

    private static final Pattern ROLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String NONE = "none";

    private final RoleMappings mappings;
    private final TenantRegistrations registrations;
    private final Tenants tenants;
    private final AuditLog audit;

    @Inject
    public RolesResource(RoleMappings mappings, TenantRegistrations registrations, Tenants tenants, AuditLog audit) {
        this.mappings = mappings;
        this.registrations = registrations;
        this.tenants = tenants;
        this.audit = audit;
    }

    protected RolesResource() { // CDI proxy
        this(null, null, null, null);
    }

    /** A platform's mapping; {@code source} is {@code file}, {@code database}, or {@code standard} where there is none. */
    public record RolesItem(
            String tenant, String platform, List<String> instructor, List<String> learner, String source) {}

    /**
     * Of every platform.
     *
     * @param tenant only this one's
     * @param platform only this one
     */
    @GET
    public Listing<RolesItem> list(@QueryParam("tenant") String tenant, @QueryParam("platform") String platform) {
        Optional<String> wanted = Asked.tenant(tenant);
        Optional<String> only = Asked.text(platform);
        return Listing.whole(Stream.concat(
                        tenants.all().stream()
                                .flatMap(one ->
                                        one.platforms().stream().map(known -> new Place(one.id(), known.name()))),
                        mappings.kept().keySet().stream())
                .distinct()
                .filter(place -> wanted.map(place.tenant().value()::equals).orElse(true))
                .filter(place -> only.map(place.platform()::equals).orElse(true))
                .map(this::item)
                .toList());
    }

    /**
     * Says what roles mean. Body: {@code instructor}, {@code learner}: roles with commas between, or {@code none}; a list that is not
     * said stays as it is. People who are here already keep what they are until they launch again.
     */
    @POST
    @Path("{tenant}/{platform}")
    public RolesItem map(@PathParam("tenant") String tenant, @PathParam("platform") String platform, String body) {
        Order order = Order.read(body, "instructor", "learner");
        TenantId owner = Asked.known(tenants, tenant).id();
        if (registrations.of(owner, platform).isEmpty()) {
            throw new Problem(404, "platform.unknown", "Tenant '" + owner + "' has no platform of that name.");
        }
        if (mappings.declared(owner, platform).isPresent()) {
            throw new Problem(
                    409,
                    "roles.declared",
                    "This platform's roles are mapped in the configuration (roles.instructor, roles.learner); change them there.");
        }
        Place place = new Place(owner, platform);
        RoleMapping before = mappings.of(owner, platform);
        RoleMapping mapping = new RoleMapping(
                roles(order, "instructor").orElse(before.instructor()),
                roles(order, "learner").orElse(before.learner()));
        audit.write(
                Optional.of(owner),
                "roles.map",
                "platform=" + platform + " instructor=" + text(mapping.instructor()) + " learner="
                        + text(mapping.learner()));
        mappings.keep(place, mapping);
        return item(place);
    }

    private RolesItem item(Place place) {
        RoleMapping mapping = mappings.of(place.tenant(), place.platform());
        String source = mappings.declared(place.tenant(), place.platform()).isPresent()
                ? RegistrationsResource.DECLARED
                : mapping.isEmpty() ? "standard" : "database";
        return new RolesItem(
                place.tenant().value(),
                place.platform(),
                mapping.instructor().stream().sorted().toList(),
                mapping.learner().stream().sorted().toList(),
                source);
    }

    private static Optional<Set<String>> roles(Order order, String name) {
        return order.optional(name).map(text -> text.equals(NONE) ? Set.<String>of() : roles(name, text));
    }

    private static Set<String> roles(String name, String text) {
        Set<String> roles = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!roles.stream().allMatch(ROLE.asMatchPredicate())) {
            throw new Problem(
                    400,
                    name + ".invalid",
                    "'" + name + "' must be roles as the platform writes them, with commas between, or none.");
        }
        return roles;
    }

    private static String text(Set<String> roles) {
        return roles.isEmpty() ? NONE : String.join(",", roles.stream().sorted().toList());
    }
}
