package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;

/**
 * Ends what a tenant's retention time ends: archived statements are deleted, and statements that no attempt got delivered in
 * all that time become dead letters, which stay until an operator acts. In small transactions. Safe for any thread and node.
 */
final class RetentionSweep {

    private static final int STEP = 1000;

    private static final String DELETE = """
            delete from outbox where lane = :lane and position in (
                select position from (
                    select o.position, o.accepted from outbox o join lane l on l.id = o.lane
                    where o.lane = :lane and o.position <= l.settled order by o.position limit :step) first_rows
                where accepted < now() - :seconds * interval '1 second')
            """;

    // Whoever holds the lane keeps it: then this waits for the next sweep.
    private static final String HOLD = """
            select settled from lane
            where id = :lane and (lease_until is null or lease_until <= now()) for update skip locked
            """;

    private static final String LAST_EXPIRED = """
            select coalesce(max(position), 0) from (
                select position, accepted from outbox
                where lane = :lane and position > :settled order by position limit :step) first_rows
            where accepted < now() - :seconds * interval '1 second'
            """;

    private static final String BURY = """
            insert into dead_letter (tenant, destination, lane, position, statement_id, actor_key, at, body, reason, detail)
            select o.tenant, l.destination, o.lane, o.position, o.statement_id, o.actor_key, o.at, o.body,
                   'expired', coalesce('not delivered within the retention time: ' || l.reason,
                                       'not delivered within the retention time')
            from outbox o join lane l on l.id = o.lane
            where o.lane = :lane and o.position > :settled and o.position <= :last
            on conflict (lane, position) do nothing
            """;

    private final Jdbi jdbi;
    private final Tenants tenants;

    RetentionSweep(Jdbi jdbi, Tenants tenants) {
        this.jdbi = jdbi;
        this.tenants = tenants;
    }

    /** One pass over all lanes. */
    void sweep() {
        for (Tenant tenant : tenants.all()) {
            for (int lane : lanes(tenant)) {
                repeat(() -> jdbi.inTransaction(handle -> expire(handle, lane, tenant.retention())));
                repeat(() -> jdbi.withHandle(handle -> delete(handle, lane, tenant.retention())));
            }
        }
    }

    private static void repeat(java.util.function.IntSupplier step) {
        int done;
        do {
            done = step.getAsInt();
        } while (done == STEP && !Thread.currentThread().isInterrupted());
    }

    private List<Integer> lanes(Tenant tenant) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from lane where tenant = :tenant order by id")
                .bind("tenant", tenant.id().value())
                .mapTo(Integer.class)
                .list());
    }

    private static int delete(Handle handle, int lane, Duration retention) {
        return handle.createUpdate(DELETE)
                .bind("lane", lane)
                .bind("seconds", retention.toSeconds())
                .bind("step", STEP)
                .execute();
    }

    private static int expire(Handle handle, int lane, Duration retention) {
        List<Long> held =
                handle.createQuery(HOLD).bind("lane", lane).mapTo(Long.class).list();
        if (held.isEmpty()) {
            return 0;
        }
        long settled = held.get(0);
        long last = handle.createQuery(LAST_EXPIRED)
                .bind("lane", lane)
                .bind("settled", settled)
                .bind("seconds", retention.toSeconds())
                .bind("step", STEP)
                .mapTo(Long.class)
                .one();
        if (last <= settled) {
            return 0;
        }
        int buried = handle.createUpdate(BURY)
                .bind("lane", lane)
                .bind("settled", settled)
                .bind("last", last)
                .execute();
        // The fence moves on: a request whose lease ran out unnoticed must not settle over this.
        handle.createUpdate(
                        "update lane set settled = :last, dead = dead + :buried, fence = fence + 1 where id = :lane")
                .bind("last", last)
                .bind("buried", buried)
                .bind("lane", lane)
                .execute();
        return buried;
    }
}
