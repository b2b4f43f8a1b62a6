package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.library.WatchedSoFar;
import org.lectern.gateway.session.LearnerSession;

/** Reads the attempts of one learner in one scope; what an open playback has not closed yet is not in them. */
@ApplicationScoped
public class JdbcWatchedSoFar implements WatchedSoFar {

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
                .map((row, context) -> Map.entry(row.getString("media"), SeenRow.progress(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
