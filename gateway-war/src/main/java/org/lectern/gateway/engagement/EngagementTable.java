package org.lectern.gateway.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.gateway.playback.Segments;

/** The tables of this room, within one transaction. For one thread. */
record EngagementTable(Handle transaction) {

    private static final String OF = " where tenant = :tenant and scope = :scope and media = :media";

    private static final String OPEN = """
            insert into engagement (tenant, scope, media) values (:tenant, :scope, :media)
            on conflict (tenant, scope, media) do nothing
            """;
    private static final String SAVE = """
            update engagement set length_ms = :length, measured = :measured, viewers = :viewers, finished = :finished,
                seen = :seen, plays = :plays, stops = :stops, updated = now()
            """ + OF;
    private static final String KEEP = """
            insert into engagement_attempt (attempt, tenant, segments) values (:attempt, :tenant, :segments)
            on conflict (attempt) do update set segments = excluded.segments
            """;
    private static final String VIEW = """
            insert into engagement_hour (tenant, scope, media, hour, views)
            values (:tenant, :scope, :media, date_trunc('hour', :at, 'UTC'), 1)
            on conflict (tenant, scope, media, hour) do update set views = engagement_hour.views + 1
            """;
    private static final String ADDED = """
            from engagement_attempt f join attempt a on a.id = f.attempt
            where a.tenant = :tenant and a.scope = :scope and a.media = :media
            """;

    /**
     * A row.
     *
     * @param timeline the sums
     * @param measured how many viewers there were when the length was last looked at
     */
    record Row(Timeline timeline, int measured) {}

    /** An attempt as it is, and as it was added up. */
    record Attempt(UUID id, String now, String before, Optional<Long> length) {}

    /** The sums, locked until the end of the transaction; made where there are none. In the order of the courses. */
    Map<Course, Row> lock(Collection<Course> courses) {
        Map<Course, Row> found = new TreeMap<>(Course.ORDER);
        courses.stream().sorted(Course.ORDER).distinct().forEach(course -> {
            of(transaction.createUpdate(OPEN), course).execute();
            found.put(
                    course,
                    of(transaction.createQuery("select * from engagement" + OF + " for update"), course)
                            .map((row, context) -> row(row))
                            .one());
        });
        return found;
    }

    /** Read when the sums are locked: nobody adds them up at the same time. */
    List<Attempt> attempts(Collection<UUID> ids) {
        return transaction
                .createQuery("""
                        select a.id, a.segments, a.length_ms, coalesce(f.segments, '') as before
                        from attempt a left join engagement_attempt f on f.attempt = a.id where a.id = any (:ids)
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> new Attempt(
                        row.getObject("id", UUID.class),
                        row.getString("segments"),
                        row.getString("before"),
                        Optional.ofNullable((Long) row.getObject("length_ms"))))
                .list();
    }

    /** Remembers what is in the sums. */
    void keep(String tenant, Collection<Attempt> added) {
        PreparedBatch batch = transaction.prepareBatch(KEEP);
        added.forEach(attempt -> batch.bind("attempt", attempt.id())
                .bind("tenant", tenant)
                .bind("segments", attempt.now())
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void save(Course course, Row row) {
        Timeline timeline = row.timeline();
        of(transaction.createUpdate(SAVE), course)
                .bind("length", timeline.length())
                .bind("measured", row.measured())
                .bind("viewers", timeline.viewers())
                .bind("finished", timeline.finished())
                .bindArray("seen", Integer.class, boxed(timeline.seen()))
                .bindArray("plays", Integer.class, boxed(timeline.plays()))
                .bindArray("stops", Integer.class, boxed(timeline.stops()))
                .execute();
    }

    void view(Course course, Instant at) {
        of(transaction.createUpdate(VIEW), course)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The length that half of the attempts say or less: one page that lies does not bend everybody's picture. */
    Optional<Long> length(Course course) {
        return of(
                        transaction.createQuery(
                                "select percentile_disc(0.5) within group (order by a.length_ms) as length " + ADDED
                                        + " and a.length_ms > 0"),
                        course)
                .mapTo(Long.class)
                .findOne();
    }

    /** All that was added up, anew for a video of that length. */
    Timeline again(Course course, long length) {
        Timeline timeline = Timeline.of(length);
        of(transaction.createQuery("select f.segments " + ADDED), course)
                .mapTo(String.class)
                .forEach(segments -> timeline.add(Segments.parse(segments)));
        return timeline;
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                Timeline.kept(
                        row.getLong("length_ms"),
                        row.getInt("viewers"),
                        row.getInt("finished"),
                        ints(row, "seen"),
                        ints(row, "plays"),
                        ints(row, "stops")),
                row.getInt("measured"));
    }

    static <S extends SqlStatement<S>> S of(S statement, Course course) {
        return statement
                .bind("tenant", course.tenant())
                .bind("scope", course.scope())
                .bind("media", course.media());
    }

    private static int[] ints(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<Integer> boxed(int[] values) {
        return IntStream.of(values).boxed().toList();
    }
}
