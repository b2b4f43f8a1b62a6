package org.lectern.gateway.picker;

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

/** Opens the picker again after a reload: a GET shows a shell that knows nobody, and its script posts the token that the tab remembers. */
@Path("/picker/of/{tenant}")
@ApplicationScoped
public class PickerDoor {

    private final PickerPage picker;
    private final SessionPages shown;
    private final Reopening reopening;

    @Inject
    public PickerDoor(PickerPage picker, SessionPages shown, Reopening reopening) {
        this.picker = picker;
        this.shown = shown;
        this.reopening = reopening;
    }

    protected PickerDoor() { // CDI proxy
        this(null, null, null);
    }

    static String path(TenantId tenant) {
        return "/picker/of/" + tenant;
    }

    /** The shell, framed by the tenant's platforms. */
    @GET
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** Form field {@code token}. A session of something else gets what it shows. */
    @POST
    @Path("open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form, this::page);
    }

    private Response.ResponseBuilder page(Tenant tenant, LearnerSession session, SessionToken token) {
        return picker.page(tenant, session, token).orElseGet(() -> shown.answer(tenant, session, token));
    }
}
