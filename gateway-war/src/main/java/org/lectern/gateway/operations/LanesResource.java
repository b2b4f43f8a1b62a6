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
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.delivery.LaneCommands;
import org.lectern.gateway.problem.Problem;

/**
 * Lanes, by tenant, destination and shard. A destination's lanes are told together; the answer is how they are then. A lane exists
 * from the first statement on, and outlives its destination's configuration.
 */
@Path("/api/v1/admin/lanes")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class LanesResource {

    private final LaneTable table;
    private final LaneCommands commands;
    private final AuditLog audit;

    @Inject
    public LanesResource(LaneTable table, LaneCommands commands, AuditLog audit) {
        this.table = table;
        this.commands = commands;
        this.audit = audit;
    }

    protected LanesResource() { // CDI proxy
        this(null, null, null);
    }

    /** @param tenant only this one's */
    @GET
    public Listing<LaneItem> list(@QueryParam("tenant") String tenant) {
        return Listing.whole(table.lanes(Asked.tenant(tenant)));
    }

    /** Stops until an operator resumes or probes. Body: {@code reason}. */
    @POST
    @Path("{tenant}/{destination}/pause")
    public Listing<LaneItem> pause(
            @PathParam("tenant") String tenant, @PathParam("destination") String destination, String body) {
        String reason = Order.read(body, "reason").text("reason");
        return tell(
                tenant, destination, "lane.pause", " reason=" + reason, (id, lane) -> commands.pause(id, lane, reason));
    }

    /** Goes on at once, whatever stopped it. */
    @POST
    @Path("{tenant}/{destination}/resume")
    public Listing<LaneItem> resume(@PathParam("tenant") String tenant, @PathParam("destination") String destination) {
        return tell(tenant, destination, "lane.resume", "", commands::resume);
    }

    /** Tries one statement at once. */
    @POST
    @Path("{tenant}/{destination}/probe")
    public Listing<LaneItem> probe(@PathParam("tenant") String tenant, @PathParam("destination") String destination) {
        return tell(tenant, destination, "lane.probe", "", commands::probe);
    }

    private Listing<LaneItem> tell(
            String tenant, String destination, String deed, String detail, ObjIntConsumer<TenantId> command) {
        TenantId id = Asked.id(tenant);
        List<Integer> lanes = commands.lanes(Optional.of(id)).stream()
                .filter(lane -> lane.destination().equals(destination))
                .map(LaneCommands.SeenLane::id)
                .toList();
        if (lanes.isEmpty()) {
            throw new Problem(
                    404, "lane.unknown", "No statement has ever been put into a lane of that tenant and destination.");
        }
        audit.write(Optional.of(id), deed, "destination=" + destination + detail);
        lanes.forEach(lane -> command.accept(id, lane));
        return Listing.whole(table.lanes(Optional.of(id.value())).stream()
                .filter(lane -> lane.destination().equals(destination))
                .toList());
    }
}
