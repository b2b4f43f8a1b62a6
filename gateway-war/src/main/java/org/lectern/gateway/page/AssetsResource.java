package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.lectern.gateway.problem.Problem;

/** Scripts and styles of the pages. Their names change with their content, so browsers keep them for ever. */
@Path("/assets/{file}")
@ApplicationScoped
public class AssetsResource {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "txt", "text/plain;charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final BuiltWeb web;

    @Inject
    public AssetsResource(BuiltWeb web) {
        this.web = web;
    }

    protected AssetsResource() { // CDI proxy
        this(null);
    }

    /** An asset as the build made it. */
    @GET
    public Response asset(@PathParam("file") String file) {
        byte[] bytes = web.asset(file).orElseThrow(() -> new Problem(404, "asset.unknown", "There is no such asset."));
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return Response.ok(bytes, TYPES.getOrDefault(ending, "application/octet-stream"))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
