package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Likes of a video: {@code {"count":12,"mine":true}}. 404 {@code likes.off} where the institution wants none. */
@Path("/api/v1/media/{media}/likes")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class LikesResource {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final Likes likes;
    private final Shown.Finder finder;
    private final ConversationSettings settings;

    @Inject
    public LikesResource(Likes likes, Shown.Finder finder, ConversationSettings settings) {
        this.likes = likes;
        this.finder = finder;
        this.settings = settings;
    }

    protected LikesResource() { // CDI proxy
        this(null, null, null);
    }

    @GET
    public JsonObject standing(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        return json(likes.standing(session, finder.find(session, media).video().id()));
    }

    /** Likes it; the same again changes nothing. */
    @PUT
    public JsonObject set(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        return json(likes.set(session, finder.find(session, media)));
    }

    /** Takes it back; the same again changes nothing. */
    @DELETE
    public JsonObject takeBack(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        return json(likes.takeBack(session, finder.find(session, media)));
    }

    private LearnerSession session(ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        if (!settings.likes(session.tenant())) {
            throw new Problem(404, "likes.off", "Videos are not liked at your institution.");
        }
        return session;
    }

    private static JsonObject json(Likes.Standing standing) {
        return BUILDERS.createObjectBuilder()
                .add("count", standing.count())
                .add("mine", standing.mine())
                .build();
    }
}
