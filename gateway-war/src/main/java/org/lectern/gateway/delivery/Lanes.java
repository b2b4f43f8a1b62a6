package org.lectern.gateway.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.StoredStatement;

/**
 * Lanes in PostgreSQL. All times are the database's. Leases, fences and settled positions may lose their last half second when
 * the database itself dies (asynchronous commit): then a batch is sent again, as after any crash; a dead letter is always
 * written to disk first. Safe for any thread and any number of nodes.
 */
final class Lanes {

    /** Renewed every few seconds while a request is on its way, so a killed node's lanes are free again soon. */
    static final int LEASE_SECONDS = 20;

    private static final String QUICK = "with quick as (select set_config('synchronous_commit', 'off', true))";

    private static final String DUE = """
            select l.id, l.tenant, l.destination, l.failures, l.settings,
                   l.state = 'paused' and (l.until is null or l.until > now()) as resting
            from lane l join lane_head h on h.lane = l.id
            where h.position > l.settled
              and (l.lease_until is null or l.lease_until <= now())
              and not (l.state = 'paused' and l.by_hand)
              and (l.until is null or l.until <= now() or l.state = 'paused')
            """;

    private static final String LEASE = QUICK + """
             update lane set lease_owner = :owner, lease_until = now() + make_interval(secs => :seconds), fence = fence + 1
            from quick
            where id = (
                select id from lane
                where id = :lane
                  and (lease_until is null or lease_until <= now())
                  and not by_hand
                  and (case when state = 'paused' then until <= now() or settings is distinct from :settings
                            else until is null or until <= now() or settings is distinct from :settings end)
                for update skip locked)
            returning id, tenant, destination, settled, fence, failures, max_bytes, max_count, pace_ms, settings,
                (select position from lane_head head where head.lane = id) as head
            """;

    private static final String RENEW = QUICK + """
             update lane set lease_until = now() + make_interval(secs => :seconds) from quick
            where id = any (:lanes) and lease_owner = :owner
            """;

    /** Joined by the database: one large value costs both sides far less than a row for each statement. */
    private static final String READ = """
            select string_agg(int8send(position) || uuid_send(statement_id) || int4send(octet_length(body)), ''::bytea
                              order by position),
                   string_agg(body, ','::bytea order by position) filter (where octet_length(body) <= :each)
            from (select position, statement_id, body from outbox
                  where lane = :lane and position > :after order by position limit :rows) first_rows
            """;

    private static final String OTHER = """
            select statement_id, body from (
                select position, statement_id, actor_key, body from outbox
                where lane = :lane and position > :first order by position limit :rows) near
            order by actor_key = (select actor_key from outbox where lane = :lane and position = :first), position
            limit 1
            """;

    private static final String SETTLE = """
             update lane set settled = :to, delivered = delivered + :delivered, dead = dead + :dead,
                last_delivery = case when :delivered > 0 then now() else last_delivery end,
                failures = :failures, max_bytes = :maxBytes, pace_ms = :pace, settings = :settings,
                state = case when by_hand then state else :state end,
                reason = case when by_hand then reason else :reason end,
                since = case when by_hand or state = :state then since else now() end,
                until = case when by_hand then until
                             when :waitMs >= 0 then now() + :waitMs * interval '1 millisecond' end,
                lease_owner = case when :release then null else lease_owner end,
                lease_until = case when :release then null else now() + make_interval(secs => :seconds) end
            """;
    private static final String STILL_OURS =
            " where id = :lane and fence = :fence and lease_owner = :owner and settled = :from"
                    + " returning by_hand, (select position from lane_head head where head.lane = id) as head";

    private static final String BURY = """
            insert into dead_letter (tenant, destination, lane, position, statement_id, actor_key, at, body, reason, detail)
            select o.tenant, l.destination, o.lane, o.position, o.statement_id, o.actor_key, o.at, o.body, :reason, :detail
            from outbox o join lane l on l.id = o.lane
            where o.lane = :lane and o.position > :from and o.position <= :to
            on conflict (lane, position) do nothing
            """;

    private final Jdbi jdbi;

    Lanes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A lane with something to do.
     *
     * @param resting paused, and not due: to be tried only if its settings have changed
     */
    record Due(int lane, TenantId tenant, String destination, int failures, String settings, boolean resting) {}

    /** All lanes with something to do that nobody holds: one query, however many lanes are idle. */
    List<Due> due() {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .map((row, context) -> new Due(
                        row.getInt("id"),
                        new TenantId(row.getString("tenant")),
                        row.getString("destination"),
                        row.getInt("failures"),
                        row.getString("settings"),
                        row.getBoolean("resting")))
                .list());
    }

    /** Whose lane it is; lanes never change hands. */
    Optional<Due> owner(int lane) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, tenant, destination, failures, settings from lane where id = :lane")
                .bind("lane", lane)
                .map((row, context) -> new Due(
                        row.getInt("id"),
                        new TenantId(row.getString("tenant")),
                        row.getString("destination"),
                        row.getInt("failures"),
                        row.getString("settings"),
                        false))
                .findOne());
    }

    /**
     * Takes the lane if it is due and nobody holds it.
     *
     * @param settings fingerprint of its LRS settings now; a lane that was paused or waits with others is due at once
     */
    Optional<Lane> lease(int lane, String owner, String settings) {
        return jdbi.withHandle(handle -> handle.createQuery(LEASE)
                .bind("lane", lane)
                .bind("owner", owner)
                .bind("settings", settings)
                .bind("seconds", LEASE_SECONDS)
                .map((row, context) -> new Lane(
                        row.getInt("id"),
                        new TenantId(row.getString("tenant")),
                        row.getString("destination"),
                        row.getLong("settled"),
                        row.getLong("fence"),
                        owner,
                        new Learned(
                                Learned.START,
                                orElse(row.getInt("max_bytes"), Learned.MOST_BYTES),
                                orElse(row.getInt("max_count"), Learned.LARGEST),
                                row.getInt("pace_ms")),
                        row.getInt("failures"),
                        row.getString("settings"),
                        row.getLong("head")))
                .findOne());
    }

    private static int orElse(int value, int whenNull) {
        return value == 0 ? whenNull : value;
    }

    /** Holds these lanes on, as far as they are still this owner's. */
    void renew(String owner, Collection<Integer> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(RENEW)
                .bind("owner", owner)
                .bindArray("lanes", Integer.class, ids)
                .bind("seconds", LEASE_SECONDS)
                .execute());
    }

    /**
     * The entries after a position, in order; at most so many. Takes no more than twice so many bytes, or a single entry, or the
     * entries that begin before so many bytes.
     */
    Stretch read(int lane, long after, int rows, int bytes) {
        Stretch read = read(lane, after, rows, (long) 2 * bytes / rows);
        // Some are far larger than usual. Now that their lengths are known, no more than fit.
        return read.whole() ? read : read(lane, after, read.beginningBefore(bytes), Integer.MAX_VALUE);
    }

    private Stretch read(int lane, long after, int rows, long each) {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind("lane", lane)
                .bind("after", after)
                .bind("rows", rows)
                .bind("each", each)
                .map((row, context) -> Stretch.of(row.getBytes(1), row.getBytes(2)))
                .one());
    }

    /** One of the entries right behind this one: another learner's if there is any among them. */
    Optional<StoredStatement> other(int lane, long first) {
        return jdbi.withHandle(handle -> handle.createQuery(OTHER)
                .bind("lane", lane)
                .bind("first", first)
                .bind("rows", Learned.START)
                .map((row, context) -> new StoredStatement(row.getObject(1, UUID.class), row.getBytes(2)))
                .findOne());
    }

    /**
     * A lane after something was written down.
     *
     * @param goesOn whether it may go on: false when an operator has paused it meanwhile
     * @param head its last position at that time
     */
    record Settled(boolean goesOn, long head) {}

    /**
     * Writes down what follows from an answer, all of it or nothing.
     *
     * @param from the settled position as it was
     * @param release whether the lease ends with it
     * @throws LeaseLost if somebody else has leased the lane since
     */
    Settled settle(Lane lane, long from, Verdict verdict, String settings, boolean release) {
        if (verdict.death().isEmpty()) {
            return jdbi.withHandle(handle ->
                    write(handle, QUICK + SETTLE + "from quick" + STILL_OURS, lane, from, verdict, settings, release));
        }
        Verdict.Death death = verdict.death().get();
        return jdbi.inTransaction(handle -> {
            Settled settled = write(handle, SETTLE + STILL_OURS, lane, from, verdict, settings, release);
            handle.createUpdate(BURY)
                    .bind("lane", lane.id())
                    .bind("from", verdict.settledTo() - 1)
                    .bind("to", verdict.settledTo())
                    .bind("reason", death.reason())
                    .bind("detail", death.detail())
                    .execute();
            return settled;
        });
    }

    private static Settled write(
            Handle handle, String sql, Lane lane, long from, Verdict verdict, String settings, boolean release) {
        Learned learned = verdict.learned();
        LaneState state = LaneState.of(verdict.next());
        return ours(handle.createQuery(sql), lane)
                .bind("from", from)
                .bind("to", verdict.settledTo())
                .bind("delivered", verdict.delivered())
                .bind("dead", verdict.death().isPresent() ? 1 : 0)
                .bind("failures", verdict.trouble().failures())
                .bind("maxBytes", learned.maxBytes() == Learned.MOST_BYTES ? null : (Integer) learned.maxBytes())
                .bind("pace", learned.paceMs())
                .bind("settings", settings)
                .bind("state", state.name())
                .bind("reason", state.reason())
                .bind("waitMs", state.waitMs())
                .bind("release", release)
                .bind("seconds", LEASE_SECONDS)
                .map((row, context) -> new Settled(!row.getBoolean("by_hand"), row.getLong("head")))
                .findOne()
                .orElseThrow(() -> new LeaseLost(lane.id()));
    }

    /** Gives the lane back as it is. */
    void release(Lane lane) {
        jdbi.useHandle(handle -> ours(
                        handle.createUpdate(QUICK + " update lane set lease_owner = null, lease_until = null from quick"
                                + " where id = :lane and fence = :fence and lease_owner = :owner"),
                        lane)
                .execute());
    }

    private static <T extends SqlStatement<T>> T ours(T statement, Lane lane) {
        return statement.bind("lane", lane.id()).bind("fence", lane.fence()).bind("owner", lane.owner());
    }

    /** A lane's state as its row says it. */
    private record LaneState(String name, String reason, long waitMs) {

        private static final long PROBE_MS = 3_600_000;

        static LaneState of(Next next) {
            if (next instanceof Next.Pause pause) {
                return new LaneState("paused", pause.why(), PROBE_MS);
            } else if (next instanceof Next.BackOff backOff) {
                return new LaneState(
                        "backing-off", backOff.why(), backOff.time().toMillis());
            } else if (next instanceof Next.Rest rest) {
                return new LaneState("running", null, rest.time().toMillis());
            }
            return new LaneState("running", null, -1);
        }
    }
}
