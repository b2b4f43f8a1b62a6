package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.Invitation;
import org.lectern.gateway.connection.Invitations;
import org.lectern.gateway.connection.ToolAddresses;
import org.lectern.gateway.problem.Problem;

/** Links by which institutions' administrators register their platform, newest first. A link is told once, when it is made. */
@Path("/api/v1/admin/invitations")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class InvitationsResource {

    private static final int DAYS = 7;
    private static final int MOST_DAYS = 90;

    private final Invitations invitations;
    private final ToolAddresses addresses;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public InvitationsResource(
            Invitations invitations, ToolAddresses addresses, Tenants tenants, AuditLog audit, Clock clock) {
        this.invitations = invitations;
        this.addresses = addresses;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    protected InvitationsResource() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** An invitation without its link; {@code state} is open, used or expired. */
    public record InvitationItem(
            long id,
            String tenant,
            String state,
            boolean active,
            Instant created,
            Instant expires,
            Optional<String> platform,
            Optional<Instant> lastTry,
            Optional<String> verdict,
            Optional<String> detail) {}

    /** A new invitation with its link. */
    public record InvitedItem(long id, String tenant, boolean active, Instant expires, String link) {}

    /** @param tenant only this one's */
    @GET
    public Listing<InvitationItem> list(@QueryParam("tenant") String tenant) {
        return Listing.whole(
                invitations.list(Asked.tenant(tenant)).stream().map(this::item).toList());
    }

    /** Makes one. Body: {@code tenant}, {@code days} (1 to {@value #MOST_DAYS}, else {@value #DAYS}), {@code active} ({@code true}, else not). */
    @POST
    public InvitedItem invite(String body) {
        Order order = Order.read(body, "tenant", "days", "active");
        TenantId tenant = Asked.known(tenants, order.text("tenant")).id();
        long days =
                order.optional("days").map(text -> Asked.number("days", text)).orElse((long) DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw new Problem(400, "days.invalid", "days must be 1 to " + MOST_DAYS + ", found " + days + ".");
        }
        boolean active = order.optional("active").filter("true"::equals).isPresent();
        audit.write(Optional.of(tenant), "invitation.make", "days=" + days + " active=" + active);
        Invitations.Issued issued = invitations.issue(tenant, active, Duration.ofDays(days));
        return new InvitedItem(
                issued.invitation().id(),
                tenant.value(),
                active,
                issued.invitation().expires(),
                addresses.register(issued.token()).toString());
    }

    private InvitationItem item(Invitation invitation) {
        String open = clock.instant().isBefore(invitation.expires()) ? "open" : "expired";
        return new InvitationItem(
                invitation.id(),
                invitation.tenant().value(),
                invitation.used().isPresent() ? "used" : open,
                invitation.active(),
                invitation.created(),
                invitation.expires(),
                invitation.platform(),
                invitation.lastTry().map(Invitation.Try::at),
                invitation.lastTry().map(Invitation.Try::verdict),
                invitation.lastTry().map(Invitation.Try::detail));
    }
}
