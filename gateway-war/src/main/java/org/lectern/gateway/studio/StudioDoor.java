package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.Reopening;
import org.lectern.gateway.page.SessionJson;
import org.lectern.gateway.page.SessionPages;
import org.lectern.gateway.page.SessionResource;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/**
 * The page on which people look after their videos. As with the player, a GET shows a shell that knows nobody, and its script posts the
 * token that the tab remembers.
 */
@Path("/studio/of/{tenant}")
@ApplicationScoped
public class StudioDoor {

    private final Rights rights;
    private final SessionJson json;
    private final Pages pages;
    private final SessionPages shown;
    private final Reopening reopening;

    @Inject
    public StudioDoor(Rights rights, SessionJson json, Pages pages, SessionPages shown, Reopening reopening) {
        this.rights = rights;
        this.json = json;
        this.pages = pages;
        this.shown = shown;
        this.reopening = reopening;
    }

    protected StudioDoor() { // CDI proxy
        this(null, null, null, null, null);
    }

    @GET
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** Form fields {@code token} and, for the details of one video, {@code media}. A learner gets what the session shows. */
    @POST
    @Path("open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form, this::page);
    }

    private Response.ResponseBuilder page(Tenant tenant, LearnerSession session, SessionToken token) {
        if (!rights.mayAdd(session)) {
            return shown.answer(tenant, session, token);
        }
        JsonObjectBuilder told = json.common(session, token, "studio")
                .add("renew", path(tenant.id()))
                .add("player", SessionResource.path(tenant.id()));
        session.media().ifPresent(media -> told.add("media", media));
        Page page = new Page("studio", session.language(), Map.of("title", "Your videos"), Optional.of(told.build()));
        return pages.answer(200, page, Framing.by(tenant, session.platform()));
    }

    private static String path(TenantId tenant) {
        return "/studio/of/" + tenant;
    }
}
