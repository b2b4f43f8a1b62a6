package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.session.LearnerSession;

/** Keeps what opening a page has to tell, in a transaction of its own. */
@ApplicationScoped
public class OpenedPages {

    private final Jdbi jdbi;
    private final Clock clock;
    private final GalleryVisits visits;
    private final StatementOutbox outbox;

    @Inject
    public OpenedPages(Jdbi jdbi, Clock clock, GalleryVisits visits, StatementOutbox outbox) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visits = visits;
        this.outbox = outbox;
    }

    protected OpenedPages() { // CDI proxy
        this(null, null, null, null);
    }

    public void tell(Tenant tenant, LearnerSession session) {
        outbox.committed(jdbi.inTransaction(
                transaction -> outbox.put(transaction, visits.tell(tenant, session, clock.instant()))));
    }
}
