package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.page.GalleryVisits;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

/** What is told of a good launch: a row of the launch log, logged in, and the gallery where it opens that. Safe for any thread. */
@ApplicationScoped
public class LaunchRecords {

    private final LaunchLog log;
    private final Library library;
    private final GalleryVisits visits;
    private final Clock clock;

    @Inject
    public LaunchRecords(LaunchLog log, Library library, GalleryVisits visits, Clock clock) {
        this.log = log;
        this.library = library;
        this.visits = visits;
        this.clock = clock;
    }

    protected LaunchRecords() { // CDI proxy
        this(null, null, null, null);
    }

    /** Writes the row, and tells. */
    void write(
            Handle transaction,
            Consumer<LearnerAction> told,
            Launch launch,
            Carrier carrier,
            Tenant tenant,
            LearnerSession session,
            String correlation) {
        log.accepted(transaction, launch, carrier, correlation);
        Instant now = clock.instant();
        // A millisecond earlier, not later: a timestamp must not be in the future, and readers sort by it.
        told.accept(new LoggedIn(Circumstances.of(library, tenant, session), now.minusMillis(1)));
        if (launch.messageType() == MessageType.RESOURCE_LINK) {
            visits.visit(tenant, session, now).ifPresent(told);
        }
    }
}
