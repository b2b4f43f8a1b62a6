package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.Reopening;
import org.lectern.gateway.page.SessionPages;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/**
 * Where this room's pages are opened, from the player and by a reload. As with the player, a GET shows a shell that knows nobody,
 * and its script posts the token that the tab remembers.
 */
@Path("/viewing/of/{tenant}")
@ApplicationScoped
public class ViewingDoor {

    private final Library library;
    private final ViewingNotes notes;
    private final ViewingPages viewing;
    private final SessionPages shown;
    private final Reopening reopening;

    @Inject
    public ViewingDoor(
            Library library, ViewingNotes notes, ViewingPages viewing, SessionPages shown, Reopening reopening) {
        this.library = library;
        this.notes = notes;
        this.viewing = viewing;
        this.shown = shown;
        this.reopening = reopening;
    }

    protected ViewingDoor() { // CDI proxy
        this(null, null, null, null, null);
    }

    static String path(TenantId tenant) {
        return "/viewing/of/" + tenant;
    }

    @GET
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** Form fields {@code token} and {@code media}. A review stays one; a learner gets the video. */
    @POST
    @Path("open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form, this::page);
    }

    private Response.ResponseBuilder page(Tenant tenant, LearnerSession session, SessionToken token) {
        if (notes.review(session.id()).isPresent()) {
            return viewing.review(tenant, session, token, Optional.empty());
        }
        Optional<Video> media = session.media().flatMap(id -> library.find(tenant, id));
        return media.isPresent() && session.role() != LearnerSession.Role.LEARNER
                ? viewing.everybody(tenant, session, token, media.get())
                : shown.answer(tenant, session, token);
    }
}
