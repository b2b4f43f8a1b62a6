package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The launch log, newest first. */
@Path("/api/v1/admin/launches")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class LaunchesResource {

    private static final String SELECT = """
            select id, at, correlation, tenant, platform, issuer, client_id, deployment_id, message_type, verdict, detail,
                carrier, clock_skew_ms
            from launch_log
            where (:tenant::text is null or tenant = :tenant) and (:verdict::text is null or verdict = :verdict)
                and (:before::bigint is null or id < :before)
            order by id desc limit :rows
            """;

    private final Jdbi jdbi;

    @Inject
    public LaunchesResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected LaunchesResource() { // CDI proxy
        this(null);
    }

    /** A launch with its verdict and what it had passed by then; what a refused one did not tell is absent. */
    public record LaunchItem(
            long id,
            Instant at,
            String correlation,
            String tenant,
            String platform,
            String issuer,
            String clientId,
            String deploymentId,
            String messageType,
            String verdict,
            List<String> checked,
            String detail,
            String carrier,
            Long clockSkewMs) {}

    /**
     * @param tenant only this one's
     * @param verdict only those with this one
     * @param limit 1 to 1,000; 50 when absent
     * @param before cursor: only older ones
     */
    @GET
    public Listing<LaunchItem> list(
            @QueryParam("tenant") String tenant,
            @QueryParam("verdict") String verdict,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before) {
        int rows = Asked.limit(limit);
        var older = Asked.cursor("before", before);
        var wanted = Asked.tenant(tenant);
        return Listing.cut(
                jdbi.withHandle(handle -> handle.createQuery(SELECT)
                        .bind("tenant", wanted.orElse(null))
                        .bind("verdict", Asked.text(verdict).orElse(null))
                        .bind("before", older.isPresent() ? (Long) older.getAsLong() : null)
                        .bind("rows", rows + 1)
                        .map((row, context) -> item(row))
                        .list()),
                rows,
                launch -> Long.toString(launch.id()));
    }

    private static LaunchItem item(ResultSet row) throws SQLException {
        return new LaunchItem(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("correlation"),
                row.getString("tenant"),
                row.getString("platform"),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("deployment_id"),
                row.getString("message_type"),
                row.getString("verdict"),
                LaunchChecks.passed(row.getString("verdict")),
                row.getString("detail"),
                row.getString("carrier"),
                row.getObject("clock_skew_ms", Long.class));
    }
}
