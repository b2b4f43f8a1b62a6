package org.lectern.gateway.page;

import jakarta.json.JsonObjectBuilder;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/**
 * A room that has something to add to the player's page, which this room does not know by name: a CDI bean. Called for every opened
 * player, so it asks nothing of the database. Safe for any thread.
 */
@FunctionalInterface
public interface PlayerPart {

    /** Adds what its script has to know, under a key of its own. */
    void tell(JsonObjectBuilder player, Tenant tenant, LearnerSession session, Video media);
}
