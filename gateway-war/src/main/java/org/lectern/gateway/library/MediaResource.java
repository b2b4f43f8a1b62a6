package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;

/** A tenant's video files and captions, to browsers that show a link we signed. Files are named by configuration, never by a request. */
@Path("/media/{tenant}/{media}")
@ApplicationScoped
public class MediaResource {

    private static final System.Logger LOG = System.getLogger(MediaResource.class.getName());

    private final Tenants tenants;
    private final Library library;
    private final MediaLinks links;

    @Inject
    public MediaResource(Tenants tenants, Library library, MediaLinks links) {
        this.tenants = tenants;
        this.library = library;
        this.links = links;
    }

    protected MediaResource() { // CDI proxy
        this(null, null, null);
    }

    /** The video or the range of it that is asked for. */
    @GET
    public Response video(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer(video(tenant, media, uri), headers, request);
    }

    /** What a GET of the video would say. */
    @HEAD
    public Response videoHead(
            @PathParam("tenant") String tenant, @PathParam("media") String media, @Context UriInfo uri) {
        return video(tenant, media, uri).head();
    }

    /** Captions in WebVTT. */
    @GET
    @Path("captions/{language}.vtt")
    public Response captions(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @PathParam("language") String language,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        checked(tenant, media, uri);
        java.nio.file.Path file = tenants.find(tenantId(tenant))
                .flatMap(known -> known.media(media))
                .flatMap(entry -> Optional.ofNullable(entry.captions().get(language)))
                .orElseThrow(() ->
                        new Problem(404, "media.captions_unknown", "This video has no captions in this language."));
        return answer(file(tenant, media, file, "text/vtt;charset=utf-8"), headers, request);
    }

    private FileAnswer video(String tenant, String media, UriInfo uri) {
        if (!(checked(tenant, media, uri).source() instanceof Source.DeclaredFile declared)) {
            throw unknown();
        }
        java.nio.file.Path file = declared.file();
        String type = MediaTypes.of(file.getFileName().toString()).orElse("application/octet-stream");
        return file(tenant, media, file, type);
    }

    private Video checked(String tenant, String media, UriInfo uri) {
        TenantId id = tenantId(tenant);
        links.check(id, media, one(uri, "session"), one(uri, "expires"), one(uri, "signature"));
        return tenants.find(id).flatMap(found -> library.find(found, media)).orElseThrow(MediaResource::unknown);
    }

    private static Response answer(FileAnswer file, HttpHeaders headers, Request request) {
        Response.ResponseBuilder settled = request.evaluatePreconditions(file.modified(), file.tag());
        return settled != null
                ? settled.build()
                : file.get(headers.getHeaderString("Range"), headers.getHeaderString("If-Range"));
    }

    private static FileAnswer file(String tenant, String media, java.nio.file.Path file, String type) {
        try {
            return FileAnswer.of(file, type);
        } catch (IOException missing) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "cannot read a declared file tenant=" + tenant + " media=" + media + " file=" + file,
                    missing);
            throw new Problem(404, "media.missing", "This file is declared but cannot be read.").causedBy(missing);
        }
    }

    private static TenantId tenantId(String text) {
        try {
            return new TenantId(text);
        } catch (IllegalArgumentException none) {
            throw unknown().causedBy(none);
        }
    }

    private static String one(UriInfo uri, String name) {
        var values = uri.getQueryParameters().get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private static Problem unknown() {
        return new Problem(404, "media.unknown", "There is no such video here.");
    }
}
