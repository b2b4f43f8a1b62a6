package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.session.LearnerSession;

/** What somebody changes in the studio, told in the same transaction. Safe for any thread. */
@ApplicationScoped
public class Deeds {

    private final ToldChanges changes;
    private final Tenants tenants;
    private final Library library;
    private final Clock clock;

    @Inject
    public Deeds(ToldChanges changes, Tenants tenants, Library library, Clock clock) {
        this.changes = changes;
        this.tenants = tenants;
        this.library = library;
        this.clock = clock;
    }

    protected Deeds() { // CDI proxy
        this(null, null, null, null);
    }

    /** A change under way. */
    static final class Deed {

        private final Handle transaction;
        private final Tenant tenant;
        private final LearnerSession by;
        private final Consumer<LearnerAction> told;

        private Deed(Handle transaction, Tenant tenant, LearnerSession by, Consumer<LearnerAction> told) {
            this.transaction = transaction;
            this.tenant = tenant;
            this.by = by;
            this.told = told;
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
            told.accept(action);
        }
    }

    /** Makes a change; whatever it throws unmakes it. */
    <R> R of(LearnerSession by, Function<Deed, R> change) {
        Tenant tenant = tenant(by);
        return changes.make(
                tenant, by.learnerKey(), (transaction, told) -> change.apply(new Deed(transaction, tenant, by, told)));
    }

    Tenant tenant(LearnerSession session) {
        return session.institution(tenants);
    }

    /** Who does it, where. */
    ActionContext circumstances(Deed deed) {
        return Circumstances.of(library, deed.tenant, deed.by);
    }

    Instant now() {
        return clock.instant();
    }
}
