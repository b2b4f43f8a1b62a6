package org.lectern.gateway.playback;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.outbox.OutboxEntry;

/** The bus's twin: one statement per action, its body the action's name. */
final class PlainBus implements ActionBus {

    private final Set<String> broken = new HashSet<>();

    void breakFor(String actorKey) {
        broken.add(actorKey);
    }

    @Override
    public List<OutboxEntry> tell(Tenant tenant, String actorKey, LearnerAction action) {
        if (broken.contains(actorKey)) {
            throw new IllegalStateException("broken for " + actorKey);
        }
        byte[] body = action.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
        return List.of(new OutboxEntry(tenant.id(), "lrs", 0, UUID.randomUUID(), actorKey, action.at(), body));
    }
}
