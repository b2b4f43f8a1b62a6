package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.lectern.config.tenant.TenantId;

/** What an operator sees of lanes and may tell them. Takes effect on every node within a second. Safe for any thread. */
@ApplicationScoped
public class LaneCommands {

    private static final String SEE = """
            select l.*, h.position - l.settled as depth, coalesce(extract(epoch from now() - o.accepted), 0) as age
            from lane l
            join lane_head h on h.lane = l.id
            left join outbox o on o.lane = l.id and o.position = l.settled + 1
            """;

    private static final RowMapper<SeenLane> SEEN = (row, context) -> new SeenLane(
            row.getInt("id"),
            new TenantId(row.getString("tenant")),
            row.getString("destination"),
            row.getInt("shard"),
            row.getString("state"),
            Optional.ofNullable(row.getString("reason")),
            row.getTimestamp("since").toInstant(),
            Optional.ofNullable(row.getTimestamp("until")).map(java.sql.Timestamp::toInstant),
            row.getBoolean("by_hand"),
            row.getInt("failures"),
            row.getLong("depth"),
            Math.max(0, row.getDouble("age")),
            row.getLong("delivered"),
            row.getLong("dead"),
            Optional.ofNullable(row.getTimestamp("last_delivery")).map(java.sql.Timestamp::toInstant));

    private final Jdbi jdbi;

    @Inject
    public LaneCommands(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected LaneCommands() {
        this(null);
    }

    /**
     * A lane as an operator sees it.
     *
     * @param state {@code running}, {@code backing-off} or {@code paused}
     * @param reason why it is not running
     * @param until when it is tried again
     * @param byHand whether an operator paused it; then nothing but an operator starts it again
     * @param failures failed attempts in a row
     * @param depth statements waiting
     * @param oldestAgeSeconds how long the first of them has waited
     * @param delivered statements taken by the LRS since the lane exists
     * @param dead statements given up since the lane exists
     */
    public record SeenLane(
            int id,
            TenantId tenant,
            String destination,
            int shard,
            String state,
            Optional<String> reason,
            Instant since,
            Optional<Instant> until,
            boolean byHand,
            int failures,
            long depth,
            double oldestAgeSeconds,
            long delivered,
            long dead,
            Optional<Instant> lastDelivery) {}

    /** All lanes, of one tenant or of all. */
    public List<SeenLane> lanes(Optional<TenantId> tenant) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SEE
                                + " where :tenant::text is null or l.tenant = :tenant order by l.tenant, l.destination, l.shard")
                .bind("tenant", tenant.map(TenantId::value).orElse(null))
                .map(SEEN)
                .list());
    }

    /** Stops a lane until an operator resumes it. A request on its way is still finished. */
    public Optional<SeenLane> pause(TenantId tenant, int lane, String reason) {
        return change(
                tenant,
                lane,
                "state = 'paused', by_hand = true, reason = :reason, since = now(), until = null",
                reason);
    }

    /** Lets a lane go on at once, whatever stopped it; after failures with one statement first. */
    public Optional<SeenLane> resume(TenantId tenant, int lane) {
        // The fence moves on, so that nodes forget what they held against the lane's statements.
        return change(
                tenant,
                lane,
                "state = 'running', by_hand = false, reason = null, since = now(), until = null, fence = fence + 1",
                null);
    }

    /** Lets a lane that backs off or is paused try one statement at once. */
    public Optional<SeenLane> probe(TenantId tenant, int lane) {
        return change(tenant, lane, "by_hand = false, until = now(), failures = greatest(failures, 1)", null);
    }

    private Optional<SeenLane> change(TenantId tenant, int lane, String how, String reason) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update lane set " + how + " where id = :lane and tenant = :tenant")
                    .bind("lane", lane)
                    .bind("tenant", tenant.value())
                    .bind("reason", reason)
                    .execute();
            return handle.createQuery(SEE + " where l.id = :lane and l.tenant = :tenant")
                    .bind("lane", lane)
                    .bind("tenant", tenant.value())
                    .map(SEEN)
                    .findOne();
        });
    }
}
