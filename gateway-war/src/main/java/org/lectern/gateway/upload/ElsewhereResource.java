package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.Form;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Adds a video that stays where it is: at an address, or with Brightcove or Kaltura. */
@Path("/api/v1/elsewhere")
@WithSession
@ApplicationScoped
public class ElsewhereResource {

    private final Tenants tenants;
    private final GatewaySettings gateway;
    private final UploadRights rights;
    private final Finishing finishing;

    @Inject
    public ElsewhereResource(Tenants tenants, GatewaySettings gateway, UploadRights rights, Finishing finishing) {
        this.tenants = tenants;
        this.gateway = gateway;
        this.rights = rights;
        this.finishing = finishing;
    }

    protected ElsewhereResource() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * Form fields {@code title} and {@code kind}; then {@code url}, or the ids of the player: {@code account}, {@code player}, {@code video}
     * of {@code brightcove}, or {@code partner}, {@code uiconf}, {@code entry} of {@code kaltura}; and {@code live=true} for a live stream.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(@Context ContainerRequestContext request, InputStream body) {
        LearnerSession session = CurrentSession.of(request);
        rights.require(session);
        Form form = read(body);
        Source source = Elsewhere.read(form::one, gateway.allowPrivateAddresses());
        Tenant tenant = session.institution(tenants);
        Video video = finishing.link(tenant, session, form.one("title").orElse(""), source);
        return Response.status(201)
                .entity(Json.createObjectBuilder()
                        .add("media", video.id())
                        .build()
                        .toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Form read(InputStream body) {
        try {
            return Form.read(body);
        } catch (Form.Unreadable e) {
            throw new Problem(400, "upload.form", "This form cannot be read: " + e.getMessage() + ".").causedBy(e);
        }
    }
}
