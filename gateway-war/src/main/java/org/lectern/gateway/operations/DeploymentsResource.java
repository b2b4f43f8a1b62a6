package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** Deployments of known platforms that no tenant claims, last seen first, at most {@value Asked#MOST}. */
@Path("/api/v1/admin/deployments")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class DeploymentsResource {

    private static final String SELECT = """
            select issuer, client_id, deployment_id, first_seen, last_seen, launches from parked_deployment
            order by last_seen desc, issuer, client_id, deployment_id limit :rows
            """;

    private final Jdbi jdbi;

    @Inject
    public DeploymentsResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected DeploymentsResource() { // CDI proxy
        this(null);
    }

    /** A deployment that waits for somebody to say whose it is. */
    public record DeploymentItem(
            String issuer, String clientId, String deploymentId, Instant firstSeen, Instant lastSeen, long launches) {}

    @GET
    public Listing<DeploymentItem> list() {
        return Listing.whole(jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("rows", Asked.MOST)
                .map((row, context) -> new DeploymentItem(
                        row.getString("issuer"),
                        row.getString("client_id"),
                        row.getString("deployment_id"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                        row.getLong("launches")))
                .list()));
    }
}
