package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.Commented;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/** What a course says of a video. A comment, once kept, is told once, however often a page sends it. Safe for any thread. */
@ApplicationScoped
public class Comments {

    static final int THREADS_A_PAGE = 30;

    private static final int ANSWERS_A_PAGE = 600;
    private static final int MOST_A_MINUTE = 10;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Jdbi jdbi;
    private final ToldChanges changes;
    private final Clock clock;
    private final Library library;

    @Inject
    public Comments(Jdbi jdbi, ToldChanges changes, Clock clock, Library library) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
        this.library = library;
    }

    protected Comments() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * A page of comments.
     *
     * @param threads the latest first
     * @param answers to these, the first first
     * @param count how many there are in all
     * @param more whether there are earlier threads
     */
    record Page(List<Comment> threads, List<Comment> answers, long count, boolean more) {}

    /** @param before the thread after whose place the page begins; absent for the first page */
    Page page(LearnerSession session, String media, Optional<UUID> before) {
        return jdbi.withHandle(handle -> {
            Optional<Comment> from = before.flatMap(id -> CommentTable.find(handle, session, media, id));
            List<Comment> found = CommentTable.threads(
                    handle,
                    session,
                    media,
                    from.map(Comment::at).orElse(Instant.parse("9999-01-01T00:00:00Z")),
                    from.map(Comment::id).orElse(LAST),
                    THREADS_A_PAGE + 1);
            List<Comment> threads = found.subList(0, Math.min(found.size(), THREADS_A_PAGE));
            List<UUID> ids = threads.stream().map(Comment::id).toList();
            return new Page(
                    threads,
                    CommentTable.answers(handle, session, media, ids, ANSWERS_A_PAGE),
                    CommentTable.count(handle, session, media),
                    found.size() > threads.size());
        });
    }

    /** Learner keys of everybody who has said something of this video here. */
    List<String> authors(LearnerSession session, String media) {
        return jdbi.withHandle(handle -> CommentTable.authors(handle, session, media));
    }

    /**
     * Keeps a comment and tells that it was made.
     *
     * @throws Problem 404 {@code comment.parent_unknown}, 409 {@code comment.id_taken}, 422 {@code comment.too_deep}, 429
     *     {@code comment.too_many}
     */
    Comment add(LearnerSession session, Shown shown, Draft draft) {
        Tenant tenant = shown.tenant();
        String media = shown.video().id();
        return changes.make(tenant, session.learnerKey(), (transaction, told) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
            Optional<Comment> before = CommentTable.find(transaction, session, media, draft.id());
            if (before.isPresent()) {
                return own(before.get(), session);
            }
            allow(transaction, session, media, draft, now);
            Comment fresh = Comment.fresh(draft, session, now);
            if (!CommentTable.insert(transaction, session, media, fresh)) {
                return CommentTable.find(transaction, session, media, draft.id())
                        .map(other -> own(other, session))
                        .orElseThrow(Comments::taken);
            }
            told.accept(new Commented(
                    Circumstances.of(library, tenant, session),
                    now,
                    library.entry(tenant, shown.video()),
                    URI.create("urn:uuid:" + draft.id()),
                    Optional.of(draft.text())));
            return fresh;
        });
    }

    /**
     * Takes a comment away: one's own, or any of the course for those who teach it. Gone already is fine.
     *
     * @throws Problem 404 {@code comment.unknown} or 403 {@code comment.not_yours}
     */
    void remove(LearnerSession session, String media, UUID id) {
        jdbi.useTransaction(transaction -> {
            Comment comment = CommentTable.find(transaction, session, media, id)
                    .orElseThrow(() -> new Problem(404, "comment.unknown", "This comment is not there."));
            boolean own = comment.learnerKey().equals(session.learnerKey());
            if (!own && session.role() == LearnerSession.Role.LEARNER) {
                throw new Problem(
                        403, "comment.not_yours", "Only whoever wrote a comment, or teaches here, removes it.");
            }
            Comment.Removal by = own ? Comment.Removal.AUTHOR : Comment.Removal.MODERATOR;
            CommentTable.remove(transaction, session, media, id, by, clock.instant());
        });
    }

    private void allow(Handle transaction, LearnerSession session, String media, Draft draft, Instant now) {
        if (CommentTable.since(transaction, session, now.minus(Duration.ofMinutes(1))) >= MOST_A_MINUTE) {
            throw new Problem(429, "comment.too_many", "That is a lot of comments. Wait a minute, then send this one.")
                    .retryAfter(Duration.ofMinutes(1));
        }
        draft.parent().ifPresent(parent -> {
            Comment answered = CommentTable.find(transaction, session, media, parent)
                    .filter(found -> found.removed().isEmpty())
                    .orElseThrow(() -> new Problem(
                            404, "comment.parent_unknown", "The comment that this answers is not there any more."));
            if (answered.parent().isPresent()) {
                throw new Problem(422, "comment.too_deep", "Answer the comment that began it, not another answer.");
            }
        });
    }

    private static Comment own(Comment comment, LearnerSession session) {
        if (!comment.learnerKey().equals(session.learnerKey())) {
            throw taken();
        }
        return comment;
    }

    private static Problem taken() {
        return new Problem(409, "comment.id_taken", "Another comment has this id. Make a new one.");
    }
}
