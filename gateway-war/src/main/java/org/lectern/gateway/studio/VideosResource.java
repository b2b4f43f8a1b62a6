package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.lectern.gateway.library.Catalogue;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.library.Wording;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;
import org.lectern.gateway.studio.Deeds.Deed;

/** One video, for those who edit it. Every change answers with the video as it is then. */
@Path("/api/v1/videos/{media}")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class VideosResource {

    private final Deeds deeds;
    private final Publishing publishing;
    private final CoEditors editors;
    private final Catalogue catalogue;
    private final Rights rights;
    private final VideoJson json;

    @Inject
    public VideosResource(
            Deeds deeds, Publishing publishing, CoEditors editors, Catalogue catalogue, Rights rights, VideoJson json) {
        this.deeds = deeds;
        this.publishing = publishing;
        this.editors = editors;
        this.catalogue = catalogue;
        this.rights = rights;
        this.json = json;
    }

    protected VideosResource() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /** Everything about it; a deleted one included. */
    @GET
    public Response video(@PathParam("media") String media, @Context ContainerRequestContext request) {
        return answer(request, media, deed -> {});
    }

    /** Other words: any of {@code title}, {@code description}, {@code tags} and {@code language}; null for no language. */
    @PATCH
    public Response reword(
            @PathParam("media") String media, InputStream body, @Context ContainerRequestContext request) {
        JsonBody changed = JsonBody.read(body, "studio");
        return answer(request, media, deed -> {
            Wording now = Wording.of(require(deed, media));
            catalogue.reword(
                    deed.transaction(),
                    deed.tenant().id(),
                    media,
                    new Wording(
                            changed.names("title") ? changed.required("title") : now.title(),
                            changed.names("description") ? changed.required("description") : now.description(),
                            changed.names("tags") ? changed.texts("tags") : now.tags(),
                            changed.names("language") ? changed.text("language") : now.language()));
        });
    }

    /** Who finds it: {@code {"state":"private"|"unlisted"|"published"}}. */
    @PUT
    @Path("state")
    public Response show(@PathParam("media") String media, InputStream body, @Context ContainerRequestContext request) {
        Video.State state = state(JsonBody.read(body, "studio"));
        return answer(request, media, deed -> publishing.show(deed, media, state));
    }

    /** Takes it away; {@code until} says how long it can be had back. */
    @DELETE
    public Response delete(@PathParam("media") String media, @Context ContainerRequestContext request) {
        return answer(request, media, deed -> {
            require(deed, media);
            catalogue.delete(deed.transaction(), deed.tenant().id(), media);
        });
    }

    /** Has a deleted one back. */
    @POST
    @Path("restored")
    public Response restore(@PathParam("media") String media, @Context ContainerRequestContext request) {
        return answer(request, media, deed -> {
            rights.requireEditEvenDeleted(deed.transaction(), deed.tenant().id(), deed.by(), media);
            catalogue.restore(deed.transaction(), deed.tenant().id(), media);
        });
    }

    /** A code that makes one person co-editor: {@code {"code":"…","expires":"…"}}. */
    @POST
    @Path("invitations")
    public Response invite(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        CoEditors.Invitation fresh = deeds.of(session, deed -> editors.invite(deed, media));
        return VideoJson.answer(VideoJson.invitation(fresh));
    }

    /** Takes a co-editor's right away. */
    @DELETE
    @Path("editors/{editor}")
    public Response remove(
            @PathParam("media") String media,
            @PathParam("editor") String editor,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        deeds.of(session, deed -> {
            editors.remove(deed, media, editor);
            return Optional.empty();
        });
        return session.learnerKey().equals(editor) ? Response.noContent().build() : answer(request, media, deed -> {});
    }

    private Video require(Deed deed, String media) {
        return rights.requireEdit(deed.transaction(), deed.tenant().id(), deed.by(), media);
    }

    private Response answer(ContainerRequestContext request, String media, Consumer<Deed> change) {
        return VideoJson.answer(deeds.of(CurrentSession.of(request), deed -> {
            change.accept(deed);
            return json.video(deed, media);
        }));
    }

    private static Video.State state(JsonBody json) {
        return switch (json.required("state")) {
            case "private" -> Video.State.PRIVATE;
            case "unlisted" -> Video.State.UNLISTED;
            case "published" -> Video.State.PUBLISHED;
            default -> throw json.malformed("'state' is 'private', 'unlisted' or 'published'.");
        };
    }
}
