package org.lectern.gateway.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.Reopening;
import org.lectern.gateway.page.SessionJson;
import org.lectern.gateway.page.SessionResource;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/**
 * Where people see what is recorded about them. As with the player, a GET shows a shell that knows nobody, and its script posts the
 * token that the tab remembers.
 */
@Path("/about-you/of/{tenant}")
@ApplicationScoped
public class AboutYouDoor {

    private final Pages pages;
    private final SessionJson json;
    private final Reopening reopening;

    @Inject
    public AboutYouDoor(Pages pages, SessionJson json, Reopening reopening) {
        this.pages = pages;
        this.json = json;
        this.reopening = reopening;
    }

    protected AboutYouDoor() { // CDI proxy
        this(null, null, null);
    }

    static String path(TenantId tenant) {
        return "/about-you/of/" + tenant;
    }

    @GET
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** Form fields {@code token} and {@code media}, the video to go back to. */
    @POST
    @Path("open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form, this::page);
    }

    private Response.ResponseBuilder page(Tenant tenant, LearnerSession session, SessionToken token) {
        var told = json.common(session, token, "about-you")
                .add("renew", path(session.tenant()))
                .add("player", SessionResource.path(session.tenant()));
        session.media().ifPresent(media -> told.add("from", media));
        Page page = new Page("aboutYou", session.language(), Map.of("title", "About you"), Optional.of(told.build()));
        return pages.answer(200, page, Framing.by(tenant, session.platform()));
    }
}
