package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.library.CourseViewing;
import org.lectern.gateway.session.LearnerSession;

/** Reads the attempts of a course; what an open playback has not closed yet is not in them. */
@ApplicationScoped
public class JdbcCourseViewing implements CourseViewing {

    private static final String COLUMNS =
            "select learner_key, media, segments, position_ms, length_ms, completed, time_spent_ms, updated from attempt"
                    + " where tenant = :tenant and scope = :scope";

    private final Jdbi database;

    @Inject
    public JdbcCourseViewing(Jdbi database) {
        this.database = database;
    }

    protected JdbcCourseViewing() { // CDI proxy
        this(null);
    }

    @Override
    public List<Seen> everybody(LearnerSession session, String media, int most) {
        return database.withHandle(handle -> handle.createQuery(
                        COLUMNS + " and media = :media order by updated desc, learner_key limit :most")
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .bind("most", most)
                .map((row, context) -> seen(row))
                .list());
    }

    @Override
    public List<Seen> one(LearnerSession session, String learnerKey) {
        return database.withHandle(
                handle -> handle.createQuery(COLUMNS + " and learner_key = :learner order by updated desc, media")
                        .bind("tenant", session.tenant().value())
                        .bind("scope", session.scope())
                        .bind("learner", learnerKey)
                        .map((row, context) -> seen(row))
                        .list());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        OptionalLong length = SeenRow.length(row);
        return new Seen(
                row.getString("learner_key"),
                row.getString("media"),
                SeenRow.progress(row),
                row.getBoolean("completed"),
                SeenRow.seconds(row.getLong("time_spent_ms")),
                length.isPresent() ? Optional.of(SeenRow.seconds(length.getAsLong())) : Optional.empty(),
                row.getObject("updated", OffsetDateTime.class).toInstant());
    }
}
