package org.lectern.gateway.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.lectern.gateway.playback.LastPlayed;

/**
 * A load of the player that may have changed a course's sums.
 *
 * @param id of the playback
 * @param attempt its attempt
 * @param course what it belongs to
 * @param staff whether whoever played teaches there: their watching is not counted
 * @param played when it was last played
 * @param viewed whether it was counted as a view already
 */
record Load(UUID id, UUID attempt, Course course, boolean staff, LastPlayed played, boolean viewed) {

    private static final String COLUMNS = """
            select p.id, p.attempt, p.state, p.viewed, a.tenant, a.scope, a.media, s.role,
                (extract(epoch from coalesce(s.created, to_timestamp(0))) * 1000)::bigint as opened
            from playback p join attempt a on a.id = p.attempt left join learner_session s on s.id = p.session
            """;
    /** Rows that another node adds up right now are left to it. */
    private static final String ENDED = COLUMNS + """
            where not p.open and not p.folded order by p.tenant, p.id limit :most for update of p skip locked
            """;

    private static final String RUNNING = COLUMNS + """
            left join engagement_attempt f on f.attempt = p.attempt
            where p.open and p.id > :after and p.last_seen > :since and a.segments <> ''
                and (not p.viewed or coalesce(f.segments, '') <> a.segments)
            order by p.id limit :most
            """;

    /** Pages report to rows of running playbacks all the time: neither waits for the other here. */
    private static final String VIEW = """
            update playback set viewed = true where (tenant, id) in (
                select tenant, id from playback where tenant = :tenant and id = any (:ids) and not viewed
                for update skip locked)
            returning id
            """;

    /** Ended and not yet added up since; locked. */
    static List<Load> ended(Handle transaction, int most) {
        return transaction
                .createQuery(ENDED)
                .bind("most", most)
                .map((row, context) -> load(row))
                .list();
    }

    /** Running, with something to add up, and heard of since then; those with ids after this one, in their order. */
    static List<Load> running(Handle handle, Instant since, UUID after, int most) {
        return handle.createQuery(RUNNING)
                .bind("after", after)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, context) -> load(row))
                .list();
    }

    /** Marks them as counted. Answers those that were not before, and are locked now. */
    static Set<UUID> view(Handle transaction, String tenant, List<Load> loads) {
        return transaction
                .createQuery(VIEW)
                .bind("tenant", tenant)
                .bindArray("ids", UUID.class, loads.stream().map(Load::id).toList())
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /** Marks what has ended as added up. */
    static void fold(Handle transaction, List<Load> loads) {
        transaction
                .createUpdate("update playback p set folded = true from unnest(:tenants, :ids) as done (tenant, id)"
                        + " where p.tenant = done.tenant and p.id = done.id")
                .bindArray(
                        "tenants",
                        String.class,
                        loads.stream().map(load -> load.course().tenant()).toList())
                .bindArray("ids", UUID.class, loads.stream().map(Load::id).toList())
                .execute();
    }

    private static Load load(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Load(
                row.getObject("id", UUID.class),
                row.getObject("attempt", UUID.class),
                new Course(row.getString("tenant"), row.getString("scope"), row.getString("media")),
                role != null && !role.equals("learner"),
                new LastPlayed(row.getString("state"), Instant.ofEpochMilli(row.getLong("opened"))),
                row.getBoolean("viewed"));
    }
}
