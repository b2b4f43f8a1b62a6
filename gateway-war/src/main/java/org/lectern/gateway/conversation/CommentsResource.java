package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lectern.gateway.library.CoursePeople;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.gateway.session.WithSession;

/** Comments on a video within the session's course. 404 {@code comments.off} where the institution wants none. */
@Path("/api/v1/media/{media}/comments")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class CommentsResource {

    private final Comments comments;
    private final CoursePeople people;
    private final UnnamedLearners unnamed;
    private final Shown.Finder finder;
    private final ConversationSettings settings;

    @Inject
    public CommentsResource(
            Comments comments,
            CoursePeople people,
            UnnamedLearners unnamed,
            Shown.Finder finder,
            ConversationSettings settings) {
        this.comments = comments;
        this.people = people;
        this.unnamed = unnamed;
        this.finder = finder;
        this.settings = settings;
    }

    protected CommentsResource() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** A page of threads, the latest first, with all that answers them; {@code before} is the last thread of the page before. */
    @GET
    public JsonObject page(
            @PathParam("media") String media,
            @QueryParam("before") String before,
            @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        String id = finder.find(session, media).video().id();
        return CommentJson.page(
                comments.page(session, id, Optional.ofNullable(before).map(CommentsResource::id)), session);
    }

    /** Names of those who commented, by learner key; waits for the platform's roster, so the page asks apart from the comments. */
    @GET
    @Path("people")
    public JsonObject people(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        Set<String> authors = Set.copyOf(
                comments.authors(session, finder.find(session, media).video().id()));
        Map<String, String> names = people.names(session);
        return CommentJson.people(authors, unnamed.among(session.tenant(), authors), names);
    }

    /** A new comment; 201 with it, also when it was kept before. */
    @POST
    public Response add(@PathParam("media") String media, InputStream body, @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        Shown shown = finder.find(session, media);
        Comment kept = comments.add(session, shown, Draft.read(body));
        return Response.status(Response.Status.CREATED)
                .entity(CommentJson.comment(kept, session).build())
                .build();
    }

    @DELETE
    @Path("{comment}")
    public void remove(
            @PathParam("media") String media,
            @PathParam("comment") String comment,
            @Context ContainerRequestContext request) {
        LearnerSession session = session(request);
        comments.remove(session, finder.find(session, media).video().id(), id(comment));
    }

    private LearnerSession session(ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        if (!settings.comments(session.tenant())) {
            throw new Problem(404, "comments.off", "Videos are not commented on at your institution.");
        }
        return session;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(404, "comment.unknown", "This comment is not there.").causedBy(none);
        }
    }
}
