package org.lectern.gateway.outbox;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The shelf between accepting and delivering. Implementations are safe for any thread. */
public interface StatementOutbox {

    /**
     * Appends entries to their lanes, in the order given, within the caller's transaction. Takes the lock of each lane's head
     * (in one global order) until that transaction ends, so call it last and commit at once.
     */
    void put(Handle transaction, List<OutboxEntry> entries);

    /** Tells delivery, after the commit, that these lanes have something. Losing the call costs a second, never an entry. */
    void committed(Collection<OutboxEntry> entries);
}
