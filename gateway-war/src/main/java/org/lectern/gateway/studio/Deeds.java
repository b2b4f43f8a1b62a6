package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/** Changes something and tells of it, in one transaction: what is told happened, and what happened is told. Safe for any thread. */
@ApplicationScoped
public class Deeds {

    private final Jdbi jdbi;
    private final Tenants tenants;
    private final Library library;
    private final ActionBus bus;
    private final StatementOutbox outbox;
    private final Clock clock;

    @Inject
    public Deeds(Jdbi jdbi, Tenants tenants, Library library, ActionBus bus, StatementOutbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.tenants = tenants;
        this.library = library;
        this.bus = bus;
        this.outbox = outbox;
        this.clock = clock;
    }

    protected Deeds() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /** A change under way. */
    static final class Deed {

        private final Handle transaction;
        private final Tenant tenant;
        private final LearnerSession by;
        private final List<LearnerAction> told = new ArrayList<>();

        private Deed(Handle transaction, Tenant tenant, LearnerSession by) {
            this.transaction = transaction;
            this.tenant = tenant;
            this.by = by;
        }

        Handle transaction() {
            return transaction;
        }

        Tenant tenant() {
            return tenant;
        }

        LearnerSession by() {
            return by;
        }

        /** Will be told when the change is made. */
        void tell(LearnerAction action) {
            told.add(action);
        }
    }

    /** Makes a change; whatever it throws unmakes it. */
    <R> R of(LearnerSession by, Function<Deed, R> change) {
        Tenant tenant = tenant(by);
        List<Placed> placed = new ArrayList<>();
        R made = jdbi.inTransaction(transaction -> {
            Deed deed = new Deed(transaction, tenant, by);
            R result = change.apply(deed);
            List<OutboxEntry> entries = new ArrayList<>();
            deed.told.forEach(action -> entries.addAll(bus.tell(tenant, by.learnerKey(), action)));
            placed.addAll(outbox.put(transaction, entries));
            return result;
        });
        outbox.committed(placed);
        return made;
    }

    Tenant tenant(LearnerSession session) {
        return tenants.find(session.tenant())
                .orElseThrow(() -> new Problem(401, "session.unknown", "This institution is not served any more."));
    }

    /** Who does it, where. */
    ActionContext circumstances(Deed deed) {
        return Circumstances.of(library, deed.tenant, deed.by);
    }

    java.time.Instant now() {
        return clock.instant();
    }
}
