package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.launch.LaunchWitness;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;

/** Keeps of each launch what instructors will ask for later. Safe for any thread. */
@ApplicationScoped
public class ViewingWitness implements LaunchWitness {

    private final ViewingNotes notes;
    private final RoleMappings mappings;
    private final MasterKey masterKey;
    private final Clock clock;

    @Inject
    public ViewingWitness(ViewingNotes notes, RoleMappings mappings, MasterKey masterKey, Clock clock) {
        this.notes = notes;
        this.mappings = mappings;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    protected ViewingWitness() { // CDI proxy
        this(null, null, null, null);
    }

    @Override
    public void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session) {
        launch.roster()
                .ifPresent(roster -> launch.course()
                        .ifPresent(course ->
                                notes.keepRoster(transaction, session, course.id(), roster.contextMembershipsUrl())));
        Reviewed.learner(launch, session, masterKey)
                .ifPresent(learner -> notes.keepReview(transaction, session.id(), learner));
    }

    @Override
    public void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session, String correlation) {
        opened(transaction, launch, tenant, session);
        if (staff(launch, session)) {
            notes.keepDiagnosis(
                    transaction,
                    session,
                    Diagnosis.of(
                                    launch,
                                    mappings.of(tenant.id(), session.platform()),
                                    session,
                                    correlation,
                                    clock.instant())
                            .toString());
        }
    }

    /** Who teaches here, and who works for the institution: the latter ask why they do not. */
    private static boolean staff(Launch launch, LearnerSession session) {
        return session.role() != LearnerSession.Role.LEARNER || launch.roles().staffElsewhere();
    }
}
