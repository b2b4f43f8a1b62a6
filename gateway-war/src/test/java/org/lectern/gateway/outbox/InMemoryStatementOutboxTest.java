package org.lectern.gateway.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

class InMemoryStatementOutboxTest extends StatementOutboxContract {

    private final InMemoryStatementOutbox outbox = new InMemoryStatementOutbox(signals());

    @Override
    StatementOutbox outbox() {
        return outbox;
    }

    @Override
    void inTransaction(Consumer<Handle> work) {
        try {
            work.accept(null);
        } catch (RuntimeException e) {
            outbox.rollback();
            throw e;
        }
        outbox.commit();
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
