package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;

/**
 * Changes something and tells of it, in one transaction: what is told happened, and what happened is told. Whatever a change throws unmakes
 * it. Safe for any thread.
 */
@ApplicationScoped
public class ToldChanges {

    private final Jdbi jdbi;
    private final ActionBus bus;
    private final StatementOutbox outbox;

    @Inject
    public ToldChanges(Jdbi jdbi, ActionBus bus, StatementOutbox outbox) {
        this.jdbi = jdbi;
        this.bus = bus;
        this.outbox = outbox;
    }

    protected ToldChanges() { // CDI proxy
        this(null, null, null);
    }

    /** A change. */
    @FunctionalInterface
    public interface Change<R> {
        /** @param told takes, in order, the actions to tell when the change is made */
        R make(Handle transaction, Consumer<LearnerAction> told);
    }

    /** Makes a change; {@code actorKey} is the key of the learner who makes it. */
    public <R> R make(Tenant tenant, String actorKey, Change<R> change) {
        List<Placed> placed = new ArrayList<>();
        R made = jdbi.inTransaction(transaction -> {
            List<LearnerAction> told = new ArrayList<>();
            R result = change.make(transaction, told::add);
            List<OutboxEntry> entries = new ArrayList<>();
            told.forEach(action -> entries.addAll(bus.tell(tenant, actorKey, action)));
            placed.addAll(outbox.put(transaction, entries));
            return result;
        });
        outbox.committed(placed);
        return made;
    }

    /** Tells of something that changes nothing here. */
    public void tell(Tenant tenant, String actorKey, LearnerAction action) {
        make(tenant, actorKey, (transaction, told) -> {
            told.accept(action);
            return action;
        });
    }
}
