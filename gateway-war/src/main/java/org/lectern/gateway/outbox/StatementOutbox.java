package org.lectern.gateway.outbox;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The shelf between accepting and delivering. Implementations are safe for any thread. */
public interface StatementOutbox {

    /**
     * Appends entries to their lanes, in the order given, within the caller's transaction. Takes the lock of each lane's head
     * (in one global order) until that transaction ends, so call it last and commit at once.
     *
     * @return the entries in the same order, with the places they have if the transaction is committed
     */
    List<Placed> put(Handle transaction, List<OutboxEntry> entries);

    /** As {@link #put}, and commits the transaction in the same breath: nothing can follow in it. */
    default List<Placed> putLast(Handle transaction, List<OutboxEntry> entries) {
        return put(transaction, entries);
    }

    /** Hands to delivery, after the commit, what was put. Losing the call costs a second and a read, never an entry. */
    void committed(List<Placed> placed);
}
