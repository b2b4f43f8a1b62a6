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
import java.io.InputStream;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.gateway.storage.NotInStorage;
import org.lectern.gateway.storage.StorageFailed;

/**
 * A tenant's videos, their pictures and captions, to browsers that show a link we signed. Files are named by configuration and by storage,
 * never by a request.
 */
@Path("/media/{tenant}/{media}")
@ApplicationScoped
public class MediaResource {

    private static final System.Logger LOG = System.getLogger(MediaResource.class.getName());

    private static final int MOST_PICTURE = 4 * 1024 * 1024;

    private final Tenants tenants;
    private final Library library;
    private final MediaLinks links;
    private final MediaStore store;

    @Inject
    public MediaResource(Tenants tenants, Library library, MediaLinks links, MediaStore store) {
        this.tenants = tenants;
        this.library = library;
        this.links = links;
        this.store = store;
    }

    protected MediaResource() { // CDI proxy
        this(null, null, null, null);
    }

    /** The video or the range of it that is asked for. */
    @GET
    public Response video(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer(video(tenant, media, uri), tenant, media, headers, request);
    }

    /** What a GET of the video would say. */
    @HEAD
    public Response videoHead(
            @PathParam("tenant") String tenant, @PathParam("media") String media, @Context UriInfo uri) {
        return video(tenant, media, uri).head();
    }

    /** Its still picture. */
    @GET
    @Path("poster")
    public Response poster(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer(picture(tenant, media, checked(tenant, media, uri)), tenant, media, headers, request);
    }

    /** The same picture for the course page of a platform, which keeps the link: without a session, for anybody who may have it. */
    @GET
    @Path("thumbnail")
    public Response thumbnail(
            @PathParam("tenant") String tenant,
            @PathParam("media") String media,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        links.checkThumbnail(tenantId(tenant), media, one(uri, "signature"));
        // A course shows no picture of what its people cannot watch any more.
        Video video = found(tenant, media)
                .filter(shown -> shown.state() != Video.State.PRIVATE)
                .orElseThrow(MediaResource::unknown);
        return answer(picture(tenant, media, video).forAnybody(), tenant, media, headers, request);
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
        return answer(file(tenant, media, file, "text/vtt;charset=utf-8"), tenant, media, headers, request);
    }

    private FileAnswer video(String tenant, String media, UriInfo uri) {
        Source source = checked(tenant, media, uri).source();
        if (source instanceof Source.Stored stored) {
            return FileAnswer.of(store, stored);
        }
        if (!(source instanceof Source.DeclaredFile declared)) {
            throw unknown();
        }
        java.nio.file.Path file = declared.file();
        String type = MediaTypes.of(file.getFileName().toString()).orElse("application/octet-stream");
        return file(tenant, media, file, type);
    }

    private FileAnswer picture(String tenant, String media, Video video) {
        Poster poster =
                video.poster().orElseThrow(() -> new Problem(404, "media.no_poster", "This video has no picture."));
        return poster instanceof Poster.DeclaredFile declared
                ? file(tenant, media, declared.file(), declared.type())
                : stored(tenant, media, ((Poster.Stored) poster).object());
    }

    /** Small, and read as a whole: its type stands in its first bytes. */
    private FileAnswer stored(String tenant, String media, String object) {
        try (InputStream in = store.open(object, 0, MOST_PICTURE)) {
            byte[] bytes = in.readAllBytes();
            return FileAnswer.of(bytes, pictureType(bytes), object);
        } catch (IOException | StorageFailed failed) {
            throw notThere(tenant, media, failed);
        }
    }

    /** Nothing else is ever kept as a picture. */
    private static String pictureType(byte[] bytes) {
        int first = bytes.length == 0 ? 0 : bytes[0] & 0xff;
        return first == 0xff ? "image/jpeg" : first == 0x89 ? "image/png" : "image/webp";
    }

    private Video checked(String tenant, String media, UriInfo uri) {
        TenantId id = tenantId(tenant);
        links.check(id, media, one(uri, "session"), one(uri, "expires"), one(uri, "signature"));
        return found(tenant, media).orElseThrow(MediaResource::unknown);
    }

    private Optional<Video> found(String tenant, String media) {
        return tenants.find(tenantId(tenant)).flatMap(known -> library.find(known, media));
    }

    private static Response answer(FileAnswer file, String tenant, String media, HttpHeaders headers, Request request) {
        Response.ResponseBuilder settled = file.modified()
                .map(modified -> request.evaluatePreconditions(modified, file.tag()))
                .orElseGet(() -> request.evaluatePreconditions(file.tag()));
        if (settled != null) {
            return settled.build();
        }
        try {
            return file.get(headers.getHeaderString("Range"), headers.getHeaderString("If-Range"));
        } catch (IOException | StorageFailed failed) {
            throw notThere(tenant, media, failed);
        }
    }

    private static Problem notThere(String tenant, String media, Exception failed) {
        LOG.log(System.Logger.Level.WARNING, () -> "cannot read a video tenant=" + tenant + " media=" + media, failed);
        return failed instanceof StorageFailed && !(failed instanceof NotInStorage)
                ? new Problem(503, "media.away", "The storage does not answer. Try again in a minute.").causedBy(failed)
                : new Problem(404, "media.missing", "This file is in the library but cannot be read.").causedBy(failed);
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
