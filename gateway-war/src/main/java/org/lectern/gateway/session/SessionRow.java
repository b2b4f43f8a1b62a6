package org.lectern.gateway.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.lectern.config.tenant.TenantId;

/** A {@link LearnerSession} as a row of {@code learner_session}, both ways. */
final class SessionRow implements RowMapper<LearnerSession> {

    private static final String INSERT = """
            insert into learner_session (id, tenant, token_hash, platform, learner_key, actor, role, course_id, course_title,
                link_id, media, language, created, expires, facts_until, course_roles)
            values (:id, :tenant, :hash, :platform, :learner, :actor, :role, :course, :title,
                :link, :media, :language, :created, :expires, :until, :roles)
            """;

    static void insert(Handle transaction, LearnerSession session, String tokenHash, Instant now) {
        transaction
                .createUpdate(INSERT)
                .bind("id", session.id())
                .bind("tenant", session.tenant().value())
                .bind("hash", tokenHash)
                .bind("platform", session.platform())
                .bind("learner", session.learnerKey())
                .bind("actor", ActorJson.text(session.actor()))
                .bind("role", session.role().name().toLowerCase(Locale.ROOT))
                .bind("course", session.course().map(LearnerSession.Course::id).orElse(null))
                .bind(
                        "title",
                        session.course().map(LearnerSession.Course::title).orElse(null))
                .bind("link", session.linkId().orElse(null))
                .bind("media", session.media().orElse(null))
                .bind("language", session.language())
                .bind("created", now.atOffset(ZoneOffset.UTC))
                .bind("expires", session.expires().atOffset(ZoneOffset.UTC))
                .bind("until", session.factsUntil().atOffset(ZoneOffset.UTC))
                .bind("roles", String.join(" ", session.courseRoles()))
                .execute();
    }

    @Override
    public LearnerSession map(ResultSet row, StatementContext context) throws SQLException {
        return new LearnerSession(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant")),
                row.getString("platform"),
                row.getString("learner_key"),
                ActorJson.read(row.getString("actor")),
                LearnerSession.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                course(row),
                Optional.ofNullable(row.getString("link_id")),
                Optional.ofNullable(row.getString("media")),
                row.getString("language"),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                row.getObject("facts_until", OffsetDateTime.class).toInstant(),
                roles(row.getString("course_roles")));
    }

    private static List<String> roles(String terms) {
        return terms.isEmpty() ? List.of() : List.of(terms.split(" "));
    }

    private static Optional<LearnerSession.Course> course(ResultSet row) throws SQLException {
        String id = row.getString("course_id");
        return id == null
                ? Optional.empty()
                : Optional.of(new LearnerSession.Course(
                        id, Optional.ofNullable(row.getString("course_title")).orElse("")));
    }
}
