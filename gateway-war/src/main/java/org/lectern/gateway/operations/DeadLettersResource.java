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
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.delivery.DeadLetters;
import org.lectern.gateway.operations.DeadLetterTable.Choice;
import org.lectern.gateway.problem.Problem;

/** What an LRS would not take, oldest first, until somebody resends or discards it. */
@Path("/api/v1/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class DeadLettersResource {

    private static final int STEP = 200;

    private final DeadLetterTable table;
    private final DeadLetters letters;
    private final Tenants tenants;
    private final AuditLog audit;

    @Inject
    public DeadLettersResource(DeadLetterTable table, DeadLetters letters, Tenants tenants, AuditLog audit) {
        this.table = table;
        this.letters = letters;
        this.tenants = tenants;
        this.audit = audit;
    }

    protected DeadLettersResource() { // CDI proxy
        this(null, null, null, null);
    }

    /** How many statements a deed concerned. */
    public record Count(long statements) {}

    /**
     * Open letters without their statements.
     *
     * @param tenant only this one's
     * @param limit 1 to 1,000; 50 when absent
     * @param after cursor: only newer ones
     */
    @GET
    public Listing<DeadLetterItem> list(
            @QueryParam("tenant") String tenant, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int rows = Asked.limit(limit);
        Choice choice = new Choice(Asked.tenant(tenant), Optional.empty(), Optional.empty());
        List<DeadLetterItem> found =
                table.open(choice, Asked.cursor("after", after).orElse(0), rows + 1);
        return Listing.cut(found, rows, letter -> Long.toString(letter.id()));
    }

    /** One letter, open or closed, with its statement and the LRS's words. */
    @GET
    @Path("{id}")
    public DeadLetterItem show(@PathParam("id") String id) {
        long number = Asked.number("id", id);
        return table.find(number).orElseThrow(() -> unknown(number));
    }

    /** Puts one at the end of its lane again, with the same id and bytes. */
    @POST
    @Path("{id}/resend")
    public DeadLetterItem resend(@PathParam("id") String id) {
        DeadLetterItem letter = show(id);
        TenantId tenant = new TenantId(letter.tenant());
        refuseIfClosed(letter);
        audit.write(Optional.of(tenant), "dead-letter.resend", "id=" + letter.id());
        return settled(letters.resend(tenant, letter.id()), letter.id());
    }

    /** Gives one up for good. Body: {@code why}. */
    @POST
    @Path("{id}/discard")
    public DeadLetterItem discard(@PathParam("id") String id, String body) {
        String why = Order.read(body, "why").text("why");
        DeadLetterItem letter = show(id);
        TenantId tenant = new TenantId(letter.tenant());
        refuseIfClosed(letter);
        audit.write(Optional.of(tenant), "dead-letter.discard", "id=" + letter.id() + " why=" + why);
        return settled(letters.discard(tenant, letter.id(), why), letter.id());
    }

    /** Resends all open letters of a tenant. Body: {@code tenant}, and to narrow it {@code destination}, {@code reason}. */
    @POST
    @Path("resend")
    public Count resendAll(String body) {
        Order order = Order.read(body, "tenant", "destination", "reason");
        TenantId tenant = Asked.known(tenants, order.text("tenant")).id();
        Choice choice =
                new Choice(Optional.of(tenant.value()), order.optional("destination"), order.optional("reason"));
        audit.write(
                Optional.of(tenant),
                "dead-letter.resend-all",
                "destination=" + choice.destination().orElse("any") + " reason="
                        + choice.reason().orElse("any"));
        return new Count(resend(tenant, choice));
    }

    // Up to the last one there is now: a statement that dies again meanwhile is a new letter and must not go round in
    // circles.
    private long resend(TenantId tenant, Choice choice) {
        long last = table.last();
        long after = 0;
        long sent = 0;
        List<DeadLetterItem> step = table.open(choice, after, STEP);
        while (!step.isEmpty() && after < last) {
            for (DeadLetterItem letter : step) {
                after = letter.id();
                if (after <= last && letters.resend(tenant, after) == DeadLetters.Done.DONE) {
                    sent++;
                }
            }
            step = table.open(choice, after, STEP);
        }
        return sent;
    }

    private DeadLetterItem settled(DeadLetters.Done done, long id) {
        DeadLetterItem letter = table.find(id).orElseThrow(() -> unknown(id));
        if (done != DeadLetters.Done.DONE) {
            throw closed(letter);
        }
        return letter;
    }

    private static void refuseIfClosed(DeadLetterItem letter) {
        if (letter.outcome() != null) {
            throw closed(letter);
        }
    }

    private static Problem closed(DeadLetterItem letter) {
        return new Problem(
                409, "dead_letter.closed", "Dead letter " + letter.id() + " was " + letter.outcome() + " before.");
    }

    private static Problem unknown(long id) {
        return new Problem(404, "dead_letter.unknown", "There is no dead letter " + id + ".");
    }
}
