package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.CannotOpen;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.gateway.session.LearnerSession;

/** What this room keeps of launches: where a course's members can be read, whom a review is about, what staff's own launch held. */
@ApplicationScoped
public class ViewingNotes {

    private static final System.Logger LOG = System.getLogger(ViewingNotes.class.getName());

    /** Written only when it changed: every launch of a course says the same. */
    private static final String ROSTER = """
            insert into course_roster (tenant, platform, course_id, url) values (:tenant, :platform, :course, :url)
            on conflict (tenant, platform, course_id) do update set url = excluded.url, updated = now()
            where course_roster.url <> excluded.url
            """;

    private final Jdbi jdbi;
    private final Vault vault;

    @Inject
    public ViewingNotes(Jdbi jdbi, MasterKey masterKey, SecureRandom random) {
        this.jdbi = jdbi;
        this.vault = new Vault(masterKey, random);
    }

    protected ViewingNotes() { // CDI proxy
        this.jdbi = null;
        this.vault = null;
    }

    void keepRoster(Handle transaction, LearnerSession session, String course, URI memberships) {
        transaction
                .createUpdate(ROSTER)
                .bind("tenant", session.tenant().value())
                .bind("platform", session.platform())
                .bind("course", course)
                .bind("url", memberships.toString())
                .execute();
    }

    /** Where the members of the session's course can be read, when a launch has said so. */
    Optional<URI> roster(LearnerSession session) {
        return session.course()
                .flatMap(course -> jdbi.withHandle(handle -> handle.createQuery(
                                "select url from course_roster where tenant = :tenant and platform = :platform and course_id = :course")
                        .bind("tenant", session.tenant().value())
                        .bind("platform", session.platform())
                        .bind("course", course.id())
                        .mapTo(String.class)
                        .findOne()
                        .map(URI::create)));
    }

    void keepReview(Handle transaction, UUID session, String learnerKey) {
        transaction
                .createUpdate("insert into review (session, learner_key) values (:session, :learner)")
                .bind("session", session)
                .bind("learner", learnerKey)
                .execute();
    }

    /** Whom the session reviews; empty when it is no review. */
    Optional<String> review(UUID session) {
        return jdbi.withHandle(handle -> handle.createQuery("select learner_key from review where session = :session")
                .bind("session", session)
                .mapTo(String.class)
                .findOne());
    }

    void keepDiagnosis(Handle transaction, LearnerSession session, String told) {
        transaction
                .createUpdate("insert into launch_diagnosis (session, sealed) values (:session, :sealed)")
                .bind("session", session.id())
                .bind("sealed", vault.seal(told, place(session)).text())
                .execute();
    }

    /** What was kept of the session's launch. */
    Optional<String> diagnosis(LearnerSession session) {
        try {
            return jdbi.withHandle(
                    handle -> handle.createQuery("select sealed from launch_diagnosis where session = :session")
                            .bind("session", session.id())
                            .mapTo(String.class)
                            .findOne()
                            .map(kept -> vault.open(new Sealed(kept), place(session))));
        } catch (CannotOpen otherKey) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "what a launch held cannot be opened tenant=" + session.tenant() + " session=" + session.id(),
                    otherKey);
            return Optional.empty();
        }
    }

    private static Place place(LearnerSession session) {
        return new Place(session.tenant().value(), "launch_diagnosis.sealed " + session.id());
    }
}
