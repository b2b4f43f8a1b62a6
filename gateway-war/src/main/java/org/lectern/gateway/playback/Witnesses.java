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

    /** Facts that were applied, and who reported them. */
    record Report(LearnerSession session, Applied applied) {}

    /** What is to leave for it. */
    List<OutboxEntry> tell(Handle transaction, List<Report> reports) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (WatchingWitness witness : all) {
            List<Viewed> viewed = reports.stream()
                    .filter(report -> witness.concerns(
                            transaction,
                            report.session(),
                            report.applied().row().media()))
                    .map(report -> Viewed.of(report.session(), report.applied()))
                    .toList();
            if (!viewed.isEmpty()) {
                entries.addAll(witness.watched(transaction, viewed));
            }
        }
        return entries;
    }
}
