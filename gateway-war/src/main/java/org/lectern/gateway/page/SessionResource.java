package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.lectern.config.tenant.TenantId;

/**
 * Opens pages again, for reloads and for the way from the gallery to a player. The shell that a GET shows knows nobody; its script posts
 * the token that the tab remembers. The tenant stands in the address so that the shell, too, may be framed by its platforms.
 */
@Path("/session")
@ApplicationScoped
public class SessionResource {

    private static final String NOBODY = "";

    private final Reopening reopening;

    @Inject
    public SessionResource(Reopening reopening) {
        this.reopening = reopening;
    }

    protected SessionResource() { // CDI proxy
        this(null);
    }

    /** Where the pages of a tenant's sessions are opened again. */
    public static String path(TenantId tenant) {
        return "/session/of/" + tenant;
    }

    /** The shell, framed by any registered platform. */
    @GET
    public Response shell() {
        return reopening.shell(NOBODY);
    }

    /** The shell, framed by the tenant's platforms. */
    @GET
    @Path("of/{tenant}")
    public Response shell(@PathParam("tenant") String tenant) {
        return reopening.shell(tenant);
    }

    /** The page of a session: form fields {@code token} and, for the player, {@code media}. */
    @POST
    @Path("open")
    public Response open(InputStream form) {
        return reopening.open(NOBODY, form);
    }

    /** The same at the tenant's own address. */
    @POST
    @Path("of/{tenant}/open")
    public Response open(@PathParam("tenant") String tenant, InputStream form) {
        return reopening.open(tenant, form);
    }
}
