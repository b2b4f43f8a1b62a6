package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

/** The rooms that follow a launch, which this room does not know by name. Safe for any thread. */
@ApplicationScoped
public class LaunchFollowers {

    private final List<LaunchWitness> witnesses;
    private final Map<MessageType, LaunchPage> pages = new EnumMap<>(MessageType.class);

    @Inject
    public LaunchFollowers(@Any Instance<LaunchWitness> witnesses, @Any Instance<LaunchPage> pages) {
        this(witnesses.stream().toList(), pages.stream().toList());
    }

    LaunchFollowers(List<LaunchWitness> witnesses, List<LaunchPage> pages) {
        this.witnesses = List.copyOf(witnesses);
        pages.forEach(page -> this.pages.put(page.opens(), page));
    }

    protected LaunchFollowers() { // CDI proxy
        this(List.of(), List.of());
    }

    /** The message types this deployment answers. */
    Set<MessageType> types() {
        Set<MessageType> types = new HashSet<>(pages.keySet());
        types.add(MessageType.RESOURCE_LINK);
        return types;
    }

    /** The page of a message that is no resource link. */
    Optional<LaunchPage> page(MessageType type) {
        return Optional.ofNullable(pages.get(type));
    }

    void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session, String correlation) {
        witnesses.forEach(witness -> witness.opened(transaction, launch, tenant, session, correlation));
    }
}
