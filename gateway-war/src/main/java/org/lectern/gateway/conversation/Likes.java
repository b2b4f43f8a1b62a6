package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.Unliked;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/** Who likes which video. Setting a like twice, or taking back none, changes nothing and tells nothing. Safe for any thread. */
@ApplicationScoped
public class Likes {

    private static final String SET = """
            insert into video_like (tenant, media, learner_key, at) values (:tenant, :media, :learner, now())
            on conflict do nothing
            """;
    private static final String TAKE_BACK =
            "delete from video_like where tenant = :tenant and media = :media and learner_key = :learner";
    private static final String STANDING = """
            select count(*) as number, coalesce(bool_or(learner_key = :learner), false) as mine from video_like
            where tenant = :tenant and media = :media
            """;

    private final Jdbi jdbi;
    private final ToldChanges changes;
    private final Clock clock;
    private final Library library;

    @Inject
    public Likes(Jdbi jdbi, ToldChanges changes, Clock clock, Library library) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
        this.library = library;
    }

    protected Likes() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * How a video stands.
     *
     * @param count how many of the institution like it
     * @param mine whether the asker does
     */
    public record Standing(long count, boolean mine) {}

    Standing standing(LearnerSession session, String media) {
        return jdbi.withHandle(handle -> standing(handle, session, media));
    }

    Standing set(LearnerSession session, Shown shown) {
        return change(session, shown, SET, Liked::new);
    }

    Standing takeBack(LearnerSession session, Shown shown) {
        return change(session, shown, TAKE_BACK, Unliked::new);
    }

    private interface Telling {
        LearnerAction of(ActionContext context, Instant at, Entry entry);
    }

    private Standing change(LearnerSession session, Shown shown, String deed, Telling action) {
        Tenant tenant = shown.tenant();
        Video video = shown.video();
        return changes.make(tenant, session.learnerKey(), (transaction, told) -> {
            int changed = transaction
                    .createUpdate(deed)
                    .bind("tenant", tenant.id().value())
                    .bind("media", video.id())
                    .bind("learner", session.learnerKey())
                    .execute();
            if (changed > 0) {
                told.accept(action.of(
                        Circumstances.of(library, tenant, session), clock.instant(), library.entry(tenant, video)));
            }
            return standing(transaction, session, video.id());
        });
    }

    private static Standing standing(Handle handle, LearnerSession session, String media) {
        return handle.createQuery(STANDING)
                .bind("tenant", session.tenant().value())
                .bind("media", media)
                .bind("learner", session.learnerKey())
                .map((row, context) -> new Standing(row.getLong("number"), row.getBoolean("mine")))
                .one();
    }
}
