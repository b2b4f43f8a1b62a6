package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.launch.LaunchWitness;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

/** Keeps what a launch tells of its link's grade, and of a learner of a graded link what the platform calls them. */
@ApplicationScoped
public class GradeWitness implements LaunchWitness {

    private final GradeSettings settings;
    private final KnownLinks links;
    private final LearnerTable learners;
    private final StandingTable standings;

    @Inject
    public GradeWitness(GradeSettings settings, KnownLinks links, LearnerTable learners, StandingTable standings) {
        this.settings = settings;
        this.links = links;
        this.learners = learners;
        this.standings = standings;
    }

    protected GradeWitness() { // CDI proxy
        this(null, null, null, null);
    }

    @Override
    public void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session) {
        if (launch.messageType() != MessageType.RESOURCE_LINK
                || session.linkId().isEmpty()) {
            return;
        }
        Link.Key key =
                new Link.Key(tenant.id(), session.platform(), session.linkId().get());
        Optional<Link> told = Link.told(key, session.media(), launch, settings.of(tenant.id()))
                .or(() -> links.find(key).map(Link::withoutGradebook));
        told.ifPresent(link -> links.keep(transaction, link));
        if (told.map(Link::mode).orElse(Mode.NONE) != Mode.NONE && session.role() == LearnerSession.Role.LEARNER) {
            learners.keep(
                    transaction,
                    new LearnerTable.Key(tenant.id(), session.platform(), session.learnerKey()),
                    launch.subject());
            standings.reopen(transaction, new StandingTable.Key(key, session.learnerKey()));
        }
    }
}
