package org.lectern.gateway.playback;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.session.LearnerSession;

/** The rooms that draw conclusions from watching, which this room does not know by name. Safe for any thread. */
record Witnesses(List<WatchingWitness> all) {

    Witnesses {
        all = List.copyOf(all);
    }

    /**
     * Facts that were applied.
     *
     * @param session who reported them
     * @param applied what became of them
     * @param concerned who has a use for it
     */
    record Report(LearnerSession session, Applied applied, List<WatchingWitness> concerned) {}

    /** Those who have a use for what is watched there. */
    List<WatchingWitness> concerned(LearnerSession session, String media) {
        List<WatchingWitness> concerned = new ArrayList<>(all.size());
        for (WatchingWitness witness : all) {
            if (witness.concerns(session, media)) {
                concerned.add(witness);
            }
        }
        return concerned;
    }

    /** What is to leave for it. */
    List<OutboxEntry> tell(Handle transaction, List<Report> reports) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (WatchingWitness witness : all) {
            List<Viewed> viewed = new ArrayList<>();
            for (Report report : reports) {
                if (report.concerned().contains(witness)) {
                    viewed.add(Viewed.of(report.session(), report.applied()));
                }
            }
            if (!viewed.isEmpty()) {
                entries.addAll(witness.watched(transaction, viewed));
            }
        }
        return entries;
    }
}
