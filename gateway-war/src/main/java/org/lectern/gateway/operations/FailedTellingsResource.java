package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.problem.Problem;

/** Actions that an adapter could not put into words, newest first. The whole action is shown only when asked for by id. */
@Path("/api/v1/admin/failed-tellings")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class FailedTellingsResource {

    private static final String SELECT = """
            select id, tenant, vocabulary, split_part(action, '[', 1) as kind, null as action, happened, error, at
            from failed_telling
            where (:tenant::text is null or tenant = :tenant)
                and (:at::timestamptz is null or (at, id) < (:at, :id::uuid))
            order by at desc, id desc limit :rows
            """;
    private static final String FIND = """
            select id, tenant, vocabulary, split_part(action, '[', 1) as kind, action, happened, error, at
            from failed_telling where id = :id
            """;

    private final Jdbi jdbi;

    @Inject
    public FailedTellingsResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected FailedTellingsResource() { // CDI proxy
        this(null);
    }

    /** @param action everything known of it; absent in lists, since it may tell who the learner is */
    public record TellingItem(
            UUID id,
            String tenant,
            String vocabulary,
            String kind,
            String action,
            Instant happened,
            String error,
            Instant at) {}

    /**
     * @param tenant only this one's
     * @param limit 1 to 1,000; 50 when absent
     * @param before cursor: only older ones
     */
    @GET
    public Listing<TellingItem> list(
            @QueryParam("tenant") String tenant,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before) {
        int rows = Asked.limit(limit);
        Optional<TellingCursor> older = TellingCursor.read(before);
        Optional<String> wanted = Asked.tenant(tenant);
        return Listing.cut(
                jdbi.withHandle(handle -> handle.createQuery(SELECT)
                        .bind("tenant", wanted.orElse(null))
                        .bind("at", older.map(TellingCursor::at).orElse(null))
                        .bind("id", older.map(TellingCursor::id).orElse(null))
                        .bind("rows", rows + 1)
                        .map((row, context) -> item(row))
                        .list()),
                rows,
                telling -> TellingCursor.after(telling.at(), telling.id()));
    }

    @GET
    @Path("{id}")
    public TellingItem show(@PathParam("id") String id) {
        UUID wanted = Asked.uuid("id", id);
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("id", wanted)
                .map((row, context) -> item(row))
                .findOne()
                .orElseThrow(() ->
                        new Problem(404, "failed_telling.unknown", "There is no failed telling " + wanted + ".")));
    }

    private static TellingItem item(ResultSet row) throws SQLException {
        return new TellingItem(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("vocabulary"),
                row.getString("kind"),
                row.getString("action"),
                row.getObject("happened", OffsetDateTime.class).toInstant(),
                row.getString("error"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
