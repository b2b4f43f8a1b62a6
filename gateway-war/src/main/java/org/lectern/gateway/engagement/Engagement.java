package org.lectern.gateway.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.session.LearnerSession;

/** How a video is watched in the course of a session, in numbers of learners. Who may ask is the asker's business. Safe for any thread. */
@ApplicationScoped
public class Engagement {

    private static final String OF = " where tenant = :tenant and scope = :scope and media = :media";

    private final Jdbi jdbi;

    @Inject
    public Engagement(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected Engagement() { // CDI proxy
        this(null);
    }

    /**
     * Sums over everybody who learns.
     *
     * @param viewers people who watched anything
     * @param finished people whose latest stretch went to the end
     * @param length of the video, milliseconds; 0 when it is not known, and then there is no curve
     * @param step milliseconds of video that a number of a curve stands for
     * @param seen for each step, people who saw it
     * @param plays for each step, how many times it was played
     * @param stops for each step, people who stopped in it, and did not come back
     * @param days on which it was watched, in order
     * @param updated when somebody's viewing was added last
     */
    public record Watched(
            int viewers,
            int finished,
            long length,
            long step,
            int[] seen,
            int[] plays,
            int[] stops,
            List<Day> days,
            Instant updated) {}

    /** How often a video was begun on a day. */
    public record Day(LocalDate day, int views) {}

    /** Empty when nobody has watched. The days are those of this time zone. */
    public Optional<Watched> of(LearnerSession session, String media, ZoneId zone) {
        Course course = new Course(session.tenant().value(), session.scope(), media);
        return jdbi.withHandle(handle -> EngagementTable.of(handle.createQuery("select * from engagement" + OF), course)
                .map((row, context) -> watched(
                        EngagementTable.row(row).timeline(),
                        days(handle, course, zone),
                        row.getObject("updated", OffsetDateTime.class).toInstant()))
                .findOne()
                .filter(watched -> watched.viewers() > 0));
    }

    private static Watched watched(Timeline timeline, List<Day> days, Instant updated) {
        return new Watched(
                timeline.viewers(),
                timeline.finished(),
                timeline.length(),
                Timeline.step(timeline.length()),
                timeline.seen(),
                timeline.plays(),
                timeline.stops(),
                days,
                updated);
    }

    private static List<Day> days(Handle handle, Course course, ZoneId zone) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        EngagementTable.of(handle.createQuery("select hour, views from engagement_hour" + OF), course)
                .map((row, context) -> days.merge(
                        LocalDate.ofInstant(
                                row.getObject("hour", OffsetDateTime.class).toInstant(), zone),
                        row.getInt("views"),
                        Integer::sum))
                .list();
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
