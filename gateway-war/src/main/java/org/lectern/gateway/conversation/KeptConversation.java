package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.privacy.Kept;
import org.lectern.gateway.session.LearnerSession;

/** Counts what a person has said. */
@ApplicationScoped
public class KeptConversation implements Kept {

    private static final String COUNT = """
            select (select count(*) from video_like where tenant = :tenant and learner_key = :learner) as likes,
                (select count(*) from comment where tenant = :tenant and learner_key = :learner and removed is null) as comments
            """;

    private final Jdbi jdbi;

    @Inject
    public KeptConversation(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected KeptConversation() { // CDI proxy
        this(null);
    }

    @Override
    public Map<String, Long> of(LearnerSession session) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("tenant", session.tenant().value())
                .bind("learner", session.learnerKey())
                .map((row, context) -> Map.of("likes", row.getLong("likes"), "comments", row.getLong("comments")))
                .one());
    }
}
