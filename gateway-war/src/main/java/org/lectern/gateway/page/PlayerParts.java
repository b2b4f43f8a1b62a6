package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/** Every {@link PlayerPart} of the deployment. Safe for any thread. */
@ApplicationScoped
public class PlayerParts {

    private final List<PlayerPart> parts;

    @Inject
    public PlayerParts(@Any Instance<PlayerPart> parts) {
        this(parts.stream().toList());
    }

    PlayerParts(List<PlayerPart> parts) {
        this.parts = List.copyOf(parts);
    }

    protected PlayerParts() { // CDI proxy
        this(List.of());
    }

    void tell(JsonObjectBuilder player, Tenant tenant, LearnerSession session, Video media) {
        parts.forEach(part -> part.tell(player, tenant, session, media));
    }
}
