package org.lectern.gateway.conversation;

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
import org.lectern.gateway.session.LearnerSession;

/** The rows of {@code comment}, always those of one institution, course and video. */
final class CommentTable {

    private static final String PLACE = " tenant = :tenant and scope = :scope and media = :media";
    private static final String INSERT = """
            insert into comment (id, tenant, scope, media, parent, learner_key, teaching, body, at)
            values (:id, :tenant, :scope, :media, cast(:parent as uuid), :learner, :teaching, :body, :at) on conflict (id) do nothing
            """;
    private static final String THREADS = "select * from comment where" + PLACE + " and parent is null"
            + " and (removed is null or exists (select from comment answer where answer.parent = comment.id and answer.removed is null))"
            + " and (at, id) < (:at, :id) order by at desc, id desc limit :most";
    private static final String ANSWERS = "select * from comment where" + PLACE
            + " and parent in (<parents>) and removed is null order by at, id limit :most";
    private static final String REMOVE = "update comment set removed = :at, removed_by = :by, body = '' where" + PLACE
            + " and id = :id and removed is null";
    private static final String AUTHORS =
            "select distinct learner_key from comment where" + PLACE + " and removed is null";

    private CommentTable() {}

    /** Whether it was new; a row of the same id, whosever it is, stays as it is. */
    static boolean insert(Handle transaction, LearnerSession session, String media, Comment fresh) {
        return transaction
                        .createUpdate(INSERT)
                        .bind("id", fresh.id())
                        .bind("tenant", session.tenant().value())
                        .bind("scope", session.scope())
                        .bind("media", media)
                        .bind("parent", fresh.parent().map(UUID::toString).orElse(null))
                        .bind("learner", fresh.learnerKey())
                        .bind("teaching", fresh.teaching())
                        .bind("body", fresh.text())
                        .bind("at", fresh.at().atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    static Optional<Comment> find(Handle handle, LearnerSession session, String media, UUID id) {
        return handle.createQuery("select * from comment where" + PLACE + " and id = :id")
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    /** Comments that answer none, the latest first, before this one; removed ones only while they have answers. */
    static List<Comment> threads(
            Handle handle, LearnerSession session, String media, Instant before, UUID id, int most) {
        return handle.createQuery(THREADS)
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .bind("at", before.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .bind("most", most)
                .map(ROW)
                .list();
    }

    /** What answers these, the first first. */
    static List<Comment> answers(Handle handle, LearnerSession session, String media, List<UUID> parents, int most) {
        return parents.isEmpty()
                ? List.of()
                : handle.createQuery(ANSWERS)
                        .bindList("parents", parents)
                        .bind("tenant", session.tenant().value())
                        .bind("scope", session.scope())
                        .bind("media", media)
                        .bind("most", most)
                        .map(ROW)
                        .list();
    }

    static long count(Handle handle, LearnerSession session, String media) {
        return handle.createQuery("select count(*) from comment where" + PLACE + " and removed is null")
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .mapTo(Long.class)
                .one();
    }

    /** Learner keys of everybody who has said something here. */
    static List<String> authors(Handle handle, LearnerSession session, String media) {
        return handle.createQuery(AUTHORS)
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .mapTo(String.class)
                .list();
    }

    /** How many somebody wrote since then, in the whole institution. */
    static long since(Handle handle, LearnerSession session, Instant then) {
        return handle.createQuery(
                        "select count(*) from comment where tenant = :tenant and learner_key = :learner and at > :then")
                .bind("tenant", session.tenant().value())
                .bind("learner", session.learnerKey())
                .bind("then", then.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    static void remove(Handle handle, LearnerSession session, String media, UUID id, Comment.Removal by, Instant at) {
        handle.createUpdate(REMOVE)
                .bind("tenant", session.tenant().value())
                .bind("scope", session.scope())
                .bind("media", media)
                .bind("id", id)
                .bind("by", by.name().toLowerCase(Locale.ROOT))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static final RowMapper<Comment> ROW = CommentTable::row;

    private static Comment row(ResultSet row, StatementContext context) throws SQLException {
        String removedBy = row.getString("removed_by");
        return new Comment(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getString("learner_key"),
                row.getBoolean("teaching"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(removedBy).map(by -> Comment.Removal.valueOf(by.toUpperCase(Locale.ROOT))));
    }
}
