package org.lectern.gateway.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

class InMemoryStatementOutboxTest extends StatementOutboxContract {

    private final InMemoryStatementOutbox outbox = new InMemoryStatementOutbox(signals());

    @Override
    StatementOutbox outbox() {
        return outbox;
    }

    @Override
    List<Placed> inTransaction(Function<Handle, List<Placed>> work) {
        try {
            List<Placed> placed = work.apply(null);
            outbox.commit();
            return placed;
        } catch (RuntimeException e) {
            outbox.rollback();
            throw e;
        }
    }

    @Override
    List<Kept> lane(String tenant, String destination, int shard) {
        List<Kept> lane = new ArrayList<>();
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.tenant().value().equals(tenant)
                    && entry.destination().equals(destination)
                    && entry.shard() == shard) {
                lane.add(new Kept(
                        lane.size() + 1L,
                        entry.statementId(),
                        entry.actorKey(),
                        entry.at(),
                        new String(entry.body(), StandardCharsets.UTF_8)));
            }
        }
        return lane;
    }
}
