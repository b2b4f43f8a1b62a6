package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads lanes with what waits in them. One query, one index look-up per lane that is not empty. Safe for any thread. */
@ApplicationScoped
public class LaneTable {

    private static final String SELECT = """
            select l.*, coalesce(h.position, l.settled) - l.settled as depth,
                case when l.lease_until > now() then l.lease_owner end as holder,
                (select greatest(0, extract(epoch from now() - o.accepted))::bigint from outbox o
                    where h.position > l.settled and o.lane = l.id and o.position > l.settled
                    order by o.position limit 1) as oldest_age
            from lane l left join lane_head h on h.lane = l.id
            where :tenant::text is null or l.tenant = :tenant
            order by l.tenant, l.destination, l.shard
            """;

    private final Jdbi jdbi;

    @Inject
    public LaneTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected LaneTable() { // CDI proxy
        this(null);
    }

    /** @param tenant only this one's; a lane exists as soon as something was put into it */
    List<LaneItem> lanes(Optional<String> tenant) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("tenant", tenant.orElse(null))
                .map((row, context) -> item(row))
                .list());
    }

    /** How many paused lanes a tenant has; tenants without any are absent. */
    Map<String, Long> paused() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select tenant, count(*) as lanes from lane where state = 'paused' group by tenant")
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("tenant", String.class), row.getColumn("lanes", Long.class));
                    return counts;
                }));
    }

    private static LaneItem item(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        return new LaneItem(
                row.getString("tenant"),
                row.getString("destination"),
                row.getInt("shard"),
                row.getString("state"),
                row.getString("reason"),
                row.getBoolean("by_hand"),
                moment(row, "since"),
                moment(row, "until"),
                row.getInt("failures"),
                row.getLong("depth"),
                row.getObject("oldest_age", Long.class),
                row.getLong("delivered"),
                row.getLong("dead"),
                moment(row, "last_delivery"),
                holder,
                holder == null ? null : moment(row, "lease_until"),
                row.getObject("max_bytes", Integer.class),
                row.getObject("max_count", Integer.class),
                row.getInt("pace_ms"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
