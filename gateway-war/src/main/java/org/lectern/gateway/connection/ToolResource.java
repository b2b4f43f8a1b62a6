package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What platforms fetch to show and configure the tool; the same for everybody. */
@Path("/lti")
@ApplicationScoped
public class ToolResource {

    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><rect width="16" height="16" rx="3"
            fill="#0b57d0"/><path d="M6 4.5v7l6-3.5z" fill="#fff"/></svg>
            """;

    private final ToolAddresses addresses;

    @Inject
    public ToolResource(ToolAddresses addresses) {
        this.addresses = addresses;
    }

    protected ToolResource() { // CDI proxy
        this(null);
    }

    /** Canvas' configuration by URL. */
    @GET
    @Path("config/canvas.json")
    public Response canvas() {
        return cached(CanvasConfiguration.json(addresses).toString(), "application/json");
    }

    /** The picture that platforms show beside the tool's name. */
    @GET
    @Path("icon.svg")
    public Response icon() {
        return cached(ICON, "image/svg+xml");
    }

    private static Response cached(String text, String type) {
        return Response.ok(text, type)
                .header("Cache-Control", "public, max-age=600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .build();
    }
}
