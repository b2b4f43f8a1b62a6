package org.lectern.gateway.playback;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.session.LearnerSession;

/**
 * Another room that draws conclusions from watching, such as grades. Beans of this type are called within the transaction that
 * accepts facts: what they write is there with the facts or not at all, and whatever they throw refuses the facts.
 */
public interface WatchingWitness {

    /**
     * Whether this room has any use for what is watched there; asked for every report of every page, before the transaction, so it must
     * be quick.
     */
    default boolean concerns(LearnerSession session, String media) {
        return true;
    }

    /**
     * Called once for each transaction, after the learners' rows were locked and saved.
     *
     * @param viewed what was watched and concerns this room, in the order of acceptance; the same learner may be in it several times
     * @return what is to leave; the caller puts it into the outbox
     */
    List<OutboxEntry> watched(Handle transaction, List<Viewed> viewed);
}
