package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.delivery.Replay;
import org.lectern.gateway.operations.DeadLettersResource.Count;
import org.lectern.gateway.problem.Problem;

/** Sends archived statements again, with the same ids and bytes. Answers when all of them lie in the lane. */
@Path("/api/v1/admin/replay")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class ReplayResource {

    private final Replay replay;
    private final Tenants tenants;
    private final AuditLog audit;

    @Inject
    public ReplayResource(Replay replay, Tenants tenants, AuditLog audit) {
        this.replay = replay;
        this.tenants = tenants;
        this.audit = audit;
    }

    protected ReplayResource() { // CDI proxy
        this(null, null, null);
    }

    /**
     * Body: {@code tenant}, {@code destination} it was accepted for, {@code from} and {@code to} (accepted from, to before), and
     * {@code toDestination} when it is to go elsewhere.
     */
    @POST
    public Count replay(String body) {
        Order order = Order.read(body, "tenant", "destination", "from", "to", "toDestination");
        TenantId tenant = Asked.known(tenants, order.text("tenant")).id();
        String source = order.text("destination");
        String target = order.optional("toDestination").orElse(source);
        Instant from = order.moment("from");
        Instant to = order.moment("to");
        if (!from.isBefore(to)) {
            throw new Problem(400, "range.invalid", "'from' must be before 'to'.");
        }
        audit.write(
                Optional.of(tenant),
                "replay",
                "destination=" + source + " to-destination=" + target + " from=" + from + " to=" + to);
        return new Count(
                replay.replay(new Replay.Order(tenant, source, target, from, to))
                        .orElseThrow(
                                () -> new Problem(
                                        404,
                                        "destination.unknown",
                                        "Tenant '" + tenant
                                                + "' has no such destination, or they are of different kinds; see its configuration.")));
    }
}
