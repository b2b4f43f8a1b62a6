package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads dead letters of all tenants. Safe for any thread. */
@ApplicationScoped
public class DeadLetterTable {

    private static final String COLUMNS = """
            select d.id, d.tenant, d.destination, l.shard, d.statement_id, d.at, d.died, d.reason, d.detail, d.closed, d.outcome,
                d.outcome_why, octet_length(d.body) as bytes
            """;
    private static final String FROM = " from dead_letter d join lane l on l.id = d.lane ";
    private static final String OPEN = """
            where d.closed is null and (:tenant::text is null or d.tenant = :tenant) and d.id > :after
                and (:destination::text is null or d.destination = :destination)
                and (:reason::text is null or d.reason = :reason)
            order by d.id limit :rows
            """;

    private final Jdbi jdbi;

    @Inject
    public DeadLetterTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected DeadLetterTable() { // CDI proxy
        this(null);
    }

    /** Which letters are meant; what is empty narrows nothing. */
    record Choice(Optional<String> tenant, Optional<String> destination, Optional<String> reason) {}

    /** Open letters, oldest first, without their statements. */
    List<DeadLetterItem> open(Choice choice, long after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + FROM + OPEN)
                .bind("tenant", choice.tenant().orElse(null))
                .bind("destination", choice.destination().orElse(null))
                .bind("reason", choice.reason().orElse(null))
                .bind("after", after)
                .bind("rows", rows)
                .map((row, context) -> item(row, null))
                .list());
    }

    /** One letter, open or closed, with its statement. */
    Optional<DeadLetterItem> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + ", d.body" + FROM + "where d.id = :id")
                .bind("id", id)
                .map((row, context) -> item(row, statement(row.getBytes("body"))))
                .findOne());
    }

    /** The newest letter's number; 0 when there is none. */
    long last() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(id), 0) from dead_letter")
                .mapTo(Long.class)
                .one());
    }

    /** How many open letters a tenant has; tenants without any are absent. */
    Map<String, Long> open() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select tenant, count(*) as letters from dead_letter where closed is null group by tenant")
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("tenant", String.class), row.getColumn("letters", Long.class));
                    return counts;
                }));
    }

    private static JsonObject statement(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    private static DeadLetterItem item(ResultSet row, JsonObject statement) throws SQLException {
        return new DeadLetterItem(
                row.getLong("id"),
                row.getString("tenant"),
                row.getString("destination"),
                row.getInt("shard"),
                row.getObject("statement_id", UUID.class),
                moment(row, "at"),
                moment(row, "died"),
                row.getString("reason"),
                row.getString("detail"),
                moment(row, "closed"),
                row.getString("outcome"),
                row.getString("outcome_why"),
                row.getInt("bytes"),
                statement);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
