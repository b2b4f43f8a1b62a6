package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;

/** Uploaded captions and chapters as WebVTT, to browsers that show a link we signed. */
@Path("/media/{tenant}/{media}/tracks")
@ApplicationScoped
public class TrackFiles {

    private final Tenants tenants;
    private final Library library;
    private final TextTracks tracks;
    private final MediaLinks links;

    @Inject
    public TrackFiles(Tenants tenants, Library library, TextTracks tracks, MediaLinks links) {
        this.tenants = tenants;
        this.library = library;
        this.tracks = tracks;
        this.links = links;
    }

    protected TrackFiles() { // CDI proxy
        this(null, null, null, null);
    }

    @GET
    @Path("{kind}/{language}.vtt")
    public Response file(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @QueryParam("session") String session,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature,
            @Context Request request) {
        TenantId id = tenantId(tenant);
        links.check(id, media, session, expires, signature);
        Tenant known = tenants.find(id).orElseThrow(TrackFiles::unknown);
        library.find(known, media).orElseThrow(TrackFiles::unknown);
        TextTracks.Kept kept =
                tracks.find(id, media, TracksResource.track(kind, language)).orElseThrow(TrackFiles::unknown);
        EntityTag tag = new EntityTag(Long.toHexString(kept.changed().toEpochMilli()) + "-"
                + Integer.toHexString(kept.changed().getNano()));
        Response.ResponseBuilder settled = request.evaluatePreconditions(tag);
        return (settled != null ? settled : Response.ok(kept.webVtt(), "text/vtt;charset=utf-8"))
                .tag(tag)
                // An editor who replaces it wants to see it: asked about each time, sent only when it is another.
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static TenantId tenantId(String text) {
        try {
            return new TenantId(text);
        } catch (IllegalArgumentException none) {
            throw unknown().causedBy(none);
        }
    }

    private static Problem unknown() {
        return new Problem(404, "tracks.unknown", "This video has no such text.");
    }
}
