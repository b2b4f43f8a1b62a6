package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.PlayerPart;
import org.lectern.gateway.session.LearnerSession;

/** Tells the player's page what the institution lets people say: {@code "conversation":{"likes":true,"comments":true}}. */
@ApplicationScoped
public class ConversationPart implements PlayerPart {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final ConversationSettings settings;

    @Inject
    public ConversationPart(ConversationSettings settings) {
        this.settings = settings;
    }

    protected ConversationPart() { // CDI proxy
        this(null);
    }

    @Override
    public void tell(JsonObjectBuilder player, Tenant tenant, LearnerSession session, Video media) {
        player.add(
                "conversation",
                BUILDERS.createObjectBuilder()
                        .add("likes", settings.likes(tenant.id()))
                        .add("comments", settings.comments(tenant.id())));
    }
}
