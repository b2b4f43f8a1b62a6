package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.page.Reopening;
import org.lectern.gateway.page.SessionPages;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/**
 * Where "Add a video" is opened, from the gallery and by a reload. As with the player, a GET shows a shell that knows nobody, and its script
 * posts the token that the tab remembers.
 */
@Path("/upload/of/{tenant}")
@ApplicationScoped
public class UploadDoor {

    private final UploadRights rights;
    private final UploadPage upload;
    private final SessionPages shown;
    private final Reopening reopening;

    @Inject
    public UploadDoor(UploadRights rights, UploadPage upload, SessionPages shown, Reopening reopening) {
        this.rights = rights;
        this.upload = upload;
        this.shown = shown;
        this.reopening = reopening;
    }

    protected UploadDoor() { // CDI proxy
        this(null, null, null, null);
    }

    static String path(TenantId tenant) {
        return "/upload/of/" + tenant;
    }

    @GET
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** Form field {@code token}. Who may not add videos gets what their session shows. */
    @POST
    @Path("open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form, this::page);
    }

    private Response.ResponseBuilder page(Tenant tenant, LearnerSession session, SessionToken token) {
        return rights.mayAdd(session) ? upload.answer(tenant, session, token) : shown.answer(tenant, session, token);
    }
}
