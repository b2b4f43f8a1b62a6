package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Is told by the page that somebody opens an application to record with, and tells it on. */
@Path("/api/v1/capture/{application}")
@WithSession
@ApplicationScoped
public class CaptureResource {

    private static final String RECORDER = "recorder";
    private static final String CAPTURE = "capture";

    private final ToldChanges changes;
    private final Clock clock;
    private final Tenants tenants;
    private final UploadSettings settings;
    private final UploadRights rights;
    private final Library library;

    @Inject
    public CaptureResource(
            ToldChanges changes,
            Clock clock,
            Tenants tenants,
            UploadSettings settings,
            UploadRights rights,
            Library library) {
        this.changes = changes;
        this.clock = clock;
        this.tenants = tenants;
        this.settings = settings;
        this.rights = rights;
        this.library = library;
    }

    protected CaptureResource() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /** {@code recorder} is the one in the page, {@code capture} the institution's own. */
    @POST
    public Response launched(@PathParam("application") String name, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        rights.require(session);
        Tenant tenant = session.institution(tenants);
        CaptureApplication application = application(tenant, name);
        changes.tell(
                tenant,
                session.learnerKey(),
                new CaptureLaunched(Circumstances.of(library, tenant, session), clock.instant(), application));
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    private CaptureApplication application(Tenant tenant, String name) {
        return switch (name) {
            case RECORDER -> application(tenant, RECORDER, "Recorder", CaptureApplication.Kind.KALTURA_CAPTURE);
            case CAPTURE ->
                settings.capture(tenant.id())
                        .map(tool -> application(tenant, CAPTURE, tool.name(), tool.kind()))
                        .orElseThrow(CaptureResource::unknown);
            default -> throw unknown();
        };
    }

    /** Named below the institution's site, since launch addresses may change and carry secrets. */
    private CaptureApplication application(Tenant tenant, String path, String name, CaptureApplication.Kind kind) {
        return new CaptureApplication(URI.create(library.site(tenant).home() + "/apps/" + path), name, kind);
    }

    private static Problem unknown() {
        return new Problem(404, "capture.unknown", "There is no such application to record with here.");
    }
}
