package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/**
 * What somebody may do with an institution's videos. Those who teach may add some; a video is edited by its owner, its co-editors and the
 * institution's administrators; one that is declared by file by nobody here. Safe for any thread.
 */
@ApplicationScoped
public class Rights {

    private static final String STANDING = """
            select v.*, v.owner = :learner or exists (select from video_editor e
                where e.tenant = v.tenant and e.video = v.id and e.learner_key = :learner) as edits
            from video v where v.tenant = :tenant and v.id = :id
            """;

    private final Jdbi jdbi;

    @Inject
    public Rights(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected Rights() { // CDI proxy
        this(null);
    }

    /** Whether they may add videos, and look after those they have. */
    public boolean mayAdd(LearnerSession session) {
        return session.role() != LearnerSession.Role.LEARNER;
    }

    /** Whether they may change this video; a deleted one is changed by nobody. */
    public boolean mayEdit(TenantId tenant, LearnerSession session, String media) {
        return jdbi.withHandle(handle -> standing(handle, tenant, session, media))
                .filter(standing -> standing.edits() && standing.row().deleted().isEmpty())
                .isPresent();
    }

    /**
     * The video, if they may change it.
     *
     * @throws Problem 404 {@code media.unknown} when there is none that they may know of, 403 {@code media.not_yours}
     */
    public Video requireEdit(TenantId tenant, LearnerSession session, String media) {
        return jdbi.withHandle(handle -> requireEdit(handle, tenant, session, media));
    }

    /** The same, and nobody else changes it before the transaction ends. */
    public Video requireEdit(Handle transaction, TenantId tenant, LearnerSession session, String media) {
        return edited(transaction, tenant, session, media)
                .filter(row -> row.deleted().isEmpty())
                .orElseThrow(Rights::unknown)
                .video();
    }

    /** The same with its dates, deleted ones included. */
    public VideoRow requireEditEvenDeleted(Handle transaction, TenantId tenant, LearnerSession session, String media) {
        return edited(transaction, tenant, session, media).orElseThrow(Rights::unknown);
    }

    /** @throws Problem 403 {@code library.not_allowed} for those who may not add videos */
    public void requireAdd(LearnerSession session) {
        if (!mayAdd(session)) {
            throw new Problem(403, "library.not_allowed", "Only people who teach look after videos.");
        }
    }

    private Optional<VideoRow> edited(Handle transaction, TenantId tenant, LearnerSession session, String media) {
        Optional<Standing> found = standing(transaction, tenant, session, media);
        if (found.isPresent() && !found.get().edits()) {
            boolean known = found.get().row().video().state() != Video.State.PRIVATE
                    && found.get().row().deleted().isEmpty();
            throw known
                    ? new Problem(403, "media.not_yours", "Only its owner and its co-editors change this video.")
                    : unknown();
        }
        return found.map(Standing::row);
    }

    private record Standing(VideoRow row, boolean edits) {}

    private static Optional<Standing> standing(Handle handle, TenantId tenant, LearnerSession session, String media) {
        if (!session.tenant().equals(tenant)) {
            return Optional.empty();
        }
        boolean all = session.role() == LearnerSession.Role.ADMINISTRATOR;
        return handle.createQuery(handle.isInTransaction() ? STANDING + " for update of v" : STANDING)
                .bind("tenant", tenant.value())
                .bind("id", media)
                .bind("learner", session.learnerKey())
                .map((row, context) -> new Standing(VideoRow.MAPPER.map(row, context), all || row.getBoolean("edits")))
                .findOne();
    }

    private static Problem unknown() {
        return new Problem(404, "media.unknown", "There is no such video here.");
    }
}
