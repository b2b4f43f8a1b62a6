package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.caption.CaptionFile;
import org.lectern.gateway.caption.Captions;
import org.lectern.gateway.caption.CaptionsRefused;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Captions and chapters of a video, for those who may change it. */
@Path("/api/v1/media/{media}/tracks")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class TracksResource {

    private static final System.Logger LOG = System.getLogger(TracksResource.class.getName());
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}");
    private static final int LONGEST_LANGUAGE = 35;

    private final Jdbi jdbi;
    private final Rights rights;
    private final TextTracks tracks;
    private final MediaLinks links;

    @Inject
    public TracksResource(Jdbi jdbi, Rights rights, TextTracks tracks, MediaLinks links) {
        this.jdbi = jdbi;
        this.rights = rights;
        this.tracks = tracks;
        this.links = links;
    }

    protected TracksResource() { // CDI proxy
        this(null, null, null, null);
    }

    /** All of them: kind, language, its name, number of cues, and a link that works for some hours. */
    @GET
    public Response all(@PathParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        rights.requireEdit(session.tenant(), session, media);
        JsonArrayBuilder listed = BUILDERS.createArrayBuilder();
        tracks.listed(session.tenant(), media).forEach(one -> listed.add(json(session, media, one)));
        return answer(BUILDERS.createObjectBuilder().add("tracks", listed));
    }

    /**
     * Puts a WebVTT or SubRip file in the place of the one of this kind and language. What is kept of it is clean WebVTT.
     *
     * @param kind {@code captions} or {@code chapters}
     * @param language RFC 5646
     */
    @PUT
    @Path("{kind}/{language}")
    public Response put(
            @PathParam("media") String media,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            InputStream file,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        TextTrack track = track(kind, language);
        rights.requireEdit(session.tenant(), session, media);
        Captions captions = captions(file, request);
        TextTracks.Listed kept = jdbi.inTransaction(transaction -> {
            rights.requireEdit(transaction, session.tenant(), session, media);
            return tracks.put(transaction, session.tenant(), media, track, captions);
        });
        LOG.log(System.Logger.Level.INFO, () -> "text track put" + named(session, media, track));
        return answer(json(session, media, kept));
    }

    /** Removes it; 204 also when there was none. */
    @DELETE
    @Path("{kind}/{language}")
    public Response remove(
            @PathParam("media") String media,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        TextTrack track = track(kind, language);
        boolean gone = jdbi.inTransaction(transaction -> {
            rights.requireEdit(transaction, session.tenant(), session, media);
            return tracks.remove(transaction, session.tenant(), media, track);
        });
        if (gone) {
            LOG.log(System.Logger.Level.INFO, () -> "text track removed" + named(session, media, track));
        }
        return Response.noContent().build();
    }

    /** Never unpacked: who sends it packed is told so, and more than captions can have is not read. */
    private static Captions captions(InputStream file, ContainerRequestContext request) {
        String packed = request.getHeaderString("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw new Problem(415, "captions.packed", "Send the captions as they are, not packed.");
        }
        try {
            return CaptionFile.read(file.readNBytes(CaptionFile.MOST_BYTES + 1));
        } catch (CaptionsRefused refused) {
            throw new Problem(
                            refused.code().equals("captions.too_large") ? 413 : 422,
                            refused.code(),
                            refused.getMessage())
                    .causedBy(refused);
        } catch (IOException broken) {
            throw new Problem(400, "captions.unreadable", "The file did not arrive. Send it again.").causedBy(broken);
        }
    }

    static TextTrack track(String kind, String language) {
        TextTrack.Kind known = TextTrack.Kind.of(kind)
                .orElseThrow(() -> new Problem(404, "tracks.kind_unknown", "There are captions and chapters only."));
        if (language.length() > LONGEST_LANGUAGE || !LANGUAGE.matcher(language).matches()) {
            throw wrongLanguage();
        }
        try {
            return new TextTrack(
                    known, new Locale.Builder().setLanguageTag(language).build().toLanguageTag());
        } catch (IllformedLocaleException wrong) {
            throw wrongLanguage().causedBy(wrong);
        }
    }

    private static Problem wrongLanguage() {
        return new Problem(
                422, "tracks.language", "Write the language as its short sign, such as en, de or pt-BR (RFC 5646).");
    }

    private JsonObjectBuilder json(LearnerSession session, String media, TextTracks.Listed one) {
        return BUILDERS.createObjectBuilder()
                .add("kind", one.track().kind().word())
                .add("language", one.track().language())
                .add("label", one.track().label())
                .add("cues", one.cues())
                .add("changed", one.changed().toString())
                .add("href", links.track(session, media, one.track()).toString());
    }

    private static String named(LearnerSession session, String media, TextTrack track) {
        return " tenant=" + session.tenant() + " media=" + media + " kind="
                + track.kind().word() + " language=" + track.language();
    }

    private static Response answer(JsonObjectBuilder json) {
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
