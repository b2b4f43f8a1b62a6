package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.session.LearnerSession;

/** Tells what opening a page has to tell. Safe for any thread. */
@ApplicationScoped
public class OpenedPages {

    private final GalleryVisits visits;
    private final ToldChanges changes;
    private final Clock clock;

    @Inject
    public OpenedPages(GalleryVisits visits, ToldChanges changes, Clock clock) {
        this.visits = visits;
        this.changes = changes;
        this.clock = clock;
    }

    protected OpenedPages() { // CDI proxy
        this(null, null, null);
    }

    public void tell(Tenant tenant, LearnerSession session) {
        visits.visit(tenant, session, clock.instant())
                .ifPresent(visit -> changes.tell(tenant, session.learnerKey(), visit));
    }
}
