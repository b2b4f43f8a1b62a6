package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.library.WatchedSoFar;
import org.lectern.gateway.session.LearnerSession;

/** Reads the attempts of one learner in one scope; what an open playback has not closed yet is not in them. */
@ApplicationScoped
public class JdbcWatchedSoFar implements WatchedSoFar {

    /** Milliseconds from either end within which going on where one stopped is no help. */
    private static final long NEAR = 3_000;

    private final Jdbi database;

    @Inject
    public JdbcWatchedSoFar(Jdbi database) {
        this.database = database;
    }

    protected JdbcWatchedSoFar() {
        this(null);
    }

    @Override
    public Map<String, Progress> of(LearnerSession session) {
        return database.withHandle(handle -> handle
                .createQuery("""
                        select media, segments, position_ms, length_ms from attempt
                        where tenant = :tenant and learner_key = :learner and scope = :scope
                        """)
                .bind("tenant", session.tenant().value())
                .bind("learner", session.learnerKey())
                .bind("scope", session.scope())
                .map((row, context) -> Map.entry(row.getString("media"), progress(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        Segments segments = Segments.parse(row.getString("segments"));
        long position = row.getLong("position_ms");
        long length = row.getLong("length_ms");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(length);
        boolean between = position > NEAR && (known.isEmpty() || position < length - NEAR);
        return new Progress(
                between ? Optional.of(seconds(position)) : Optional.empty(),
                segments.merged().stream()
                        .map(part -> new Part(seconds(part.from()), seconds(part.to())))
                        .toList(),
                Share.of(segments, known).progress());
    }

    private static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, 3);
    }
}
