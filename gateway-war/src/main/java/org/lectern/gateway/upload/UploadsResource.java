package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/**
 * Files on their way, by tus 1.0 with the extensions creation, termination and expiration ({@code https://tus.io/protocols/resumable-upload}).
 * Beside the protocol: what one has begun, what became of it, and its picture. Each upload is its owner's alone.
 */
@Path(UploadsResource.PATH)
@WithSession
@ApplicationScoped
public class UploadsResource {

    static final String PATH = "/api/v1/uploads";

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String EXPIRES = "Upload-Expires";
    private static final String BYTES = "application/offset+octet-stream";
    private static final String NUMBER = "\\d{1,18}";
    private static final int SWALLOWED = 16 * 1024 * 1024;

    private final Tenants tenants;
    private final BaseUrl base;
    private final UploadSettings settings;
    private final UploadRights rights;
    private final Uploads uploads;
    private final Receiving receiving;
    private final Finishing finishing;

    @Inject
    public UploadsResource(
            Tenants tenants,
            BaseUrl base,
            UploadSettings settings,
            UploadRights rights,
            Uploads uploads,
            Receiving receiving,
            Finishing finishing) {
        this.tenants = tenants;
        this.base = base;
        this.settings = settings;
        this.rights = rights;
        this.uploads = uploads;
        this.receiving = receiving;
        this.finishing = finishing;
    }

    protected UploadsResource() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    /** What is spoken here. */
    @OPTIONS
    @Tus
    public Response options(@Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        return Response.noContent()
                .header("Tus-Extension", "creation,termination,expiration")
                .header("Tus-Max-Size", settings.policy(session.tenant()).maxBytes())
                .build();
    }

    /** A new upload, before any of its bytes. */
    @POST
    @Tus
    public Response create(
            @HeaderParam(LENGTH) String length,
            @HeaderParam("Upload-Metadata") String metadata,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        rights.require(session);
        if (length == null || !length.matches(NUMBER) || Long.parseLong(length) == 0) {
            throw new Problem(400, "upload.length", "Upload-Length must say how many bytes the file has, 1 or more.");
        }
        UploadMetadata told = UploadMetadata.read(metadata);
        Upload upload = uploads.begin(session, told, Long.parseLong(length));
        return answer(Response.status(201).header("Location", base.at(PATH + "/" + upload.id())), upload);
    }

    /** How far it is. Asking ends what a crash interrupted at its end. */
    @HEAD
    @Path("{id}")
    @Tus
    public Response head(@PathParam("id") String id, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Upload upload = uploads.of(session, id);
        finish(upload, session);
        return answer(Response.ok().header(LENGTH, upload.length()), upload);
    }

    /** More of its bytes; with the last ones it becomes a video, named in {@code Lectern-Media}. */
    @PATCH
    @Path("{id}")
    @Tus
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam(OFFSET) String offset,
            @Context ContainerRequestContext request,
            InputStream body) {
        LearnerSession session = CurrentSession.of(request);
        rights.require(session);
        Upload upload = uploads.of(session, id);
        try {
            return patch(upload, session, offset, request, body);
        } catch (Problem refused) {
            swallow(body);
            throw refused;
        }
    }

    /** For networks that let no PATCH and no DELETE through ({@code X-HTTP-Method-Override}). */
    @POST
    @Path("{id}")
    @Tus
    public Response override(
            @PathParam("id") String id,
            @HeaderParam("X-HTTP-Method-Override") String method,
            @HeaderParam(OFFSET) String offset,
            @Context ContainerRequestContext request,
            InputStream body) {
        String meant = method == null ? "" : method.toUpperCase(Locale.ROOT);
        return switch (meant) {
            case "PATCH" -> patch(id, offset, request, body);
            case "DELETE" -> delete(id, request);
            default -> throw new Problem(405, "http.405", "An upload is asked with HEAD, PATCH and DELETE.");
        };
    }

    /** Throws it away. A video that it became stays. */
    @DELETE
    @Path("{id}")
    @Tus
    public Response delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        uploads.drop(CurrentSession.of(request), id);
        return Response.noContent().build();
    }

    /** What this person has begun and not brought to an end. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response unfinished(@Context ContainerRequestContext request) {
        JsonArrayBuilder list = BUILDERS.createArrayBuilder();
        uploads.unfinished(CurrentSession.of(request)).forEach(upload -> list.add(json(upload, upload.media())));
        return json(BUILDERS.createObjectBuilder().add("uploads", list));
    }

    /** What became of one. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Upload upload = uploads.of(session, id);
        return json(json(upload, finish(upload, session)));
    }

    /** Its picture: JPEG, WebP or PNG. */
    @PUT
    @Path("{id}/poster")
    public Response poster(@PathParam("id") String id, @Context ContainerRequestContext request, InputStream body)
            throws IOException {
        LearnerSession session = CurrentSession.of(request);
        rights.require(session);
        uploads.picture(session, id, body.readNBytes(Uploads.MOST_PICTURE + 1));
        return Response.noContent().build();
    }

    private Response patch(
            Upload upload, LearnerSession session, String offset, ContainerRequestContext request, InputStream body) {
        String type = request.getHeaderString("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(BYTES)) {
            throw new Problem(415, "upload.content_type", "The bytes of an upload are sent as " + BYTES + ".");
        }
        if (offset == null || !offset.matches(NUMBER)) {
            throw new Problem(400, "upload.offset", "Upload-Offset must say where the bytes belong.");
        }
        long from = Long.parseLong(offset);
        if (request.getLength() > Math.max(0, upload.length() - from)) {
            throw new Problem(413, "upload.longer_than_told", "These are more bytes than Upload-Length told.");
        }
        Upload now = receiving.take(upload, settings.policy(session.tenant()), from, body);
        Optional<String> media = finish(now, session);
        Response.ResponseBuilder answer = Response.noContent();
        media.ifPresent(video -> answer.header("Lectern-Media", video));
        return answer(answer, now);
    }

    private Optional<String> finish(Upload upload, LearnerSession session) {
        if (!upload.whole()) {
            return Optional.empty();
        }
        Tenant tenant = session.institution(tenants);
        return Optional.of(finishing.finish(upload, tenant, session, settings.policy(tenant.id())));
    }

    private Response answer(Response.ResponseBuilder answer, Upload upload) {
        if (!upload.whole()) {
            answer.header(EXPIRES, uploads.expires(upload));
        }
        return answer.header(OFFSET, upload.growth().bytes()).build();
    }

    private static JsonObjectBuilder json(Upload upload, Optional<String> media) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("id", upload.id().toString())
                .add("title", upload.title())
                .add("mark", upload.mark())
                .add("length", upload.length())
                .add("received", upload.growth().bytes())
                .add("touched", upload.touched().toString());
        media.ifPresent(video -> json.add("media", video));
        return json;
    }

    private static Response json(JsonObjectBuilder json) {
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Browsers that are still sending hear an answer only when somebody listens to them to the end. */
    private static void swallow(InputStream body) {
        byte[] chunk = new byte[64 * 1024];
        try {
            for (int swallowed = 0, read = 0; read >= 0 && swallowed < SWALLOWED; swallowed += read) {
                read = body.read(chunk);
            }
        } catch (IOException gone) {
            System.getLogger(UploadsResource.class.getName())
                    .log(System.Logger.Level.DEBUG, "nobody waits for the refusal of an upload", gone);
        }
    }

    static Problem unknown() {
        return new Problem(404, "upload.unknown", "There is no such upload; perhaps it was too old. Begin it again.");
    }
}
