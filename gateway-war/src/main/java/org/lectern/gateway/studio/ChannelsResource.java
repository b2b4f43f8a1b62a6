package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.gateway.library.Channel;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;
import org.lectern.gateway.studio.Deeds.Deed;

/** Galleries and channels. Every change answers with all that the session sees, {@code {"channels":[…]}}. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class ChannelsResource {

    private static final int MOST_ORDERED = 100;

    private final Deeds deeds;
    private final Publishing publishing;
    private final Channels channels;
    private final Library library;
    private final VideoCards cards;

    @Inject
    public ChannelsResource(Deeds deeds, Publishing publishing, Channels channels, Library library, VideoCards cards) {
        this.deeds = deeds;
        this.publishing = publishing;
        this.channels = channels;
        this.library = library;
        this.cards = cards;
    }

    protected ChannelsResource() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** Those of the course, then the institution's. */
    @GET
    public Response list(@Context ContainerRequestContext request) {
        return changed(request, deed -> {});
    }

    /** A new one: {@code {"title":"…","reach":"course"|"institution"}}. */
    @POST
    public Response create(InputStream body, @Context ContainerRequestContext request) {
        JsonBody json = JsonBody.read(body, "studio");
        String title = json.required("title");
        Channel.Reach reach = reach(json);
        return changed(request, deed -> channels.create(deed.transaction(), deed.tenant(), deed.by(), reach, title));
    }

    /** Their order: {@code {"ids":["…"]}}. */
    @PUT
    @Path("order")
    public Response order(InputStream body, @Context ContainerRequestContext request) {
        JsonBody json = JsonBody.read(body, "studio");
        List<Long> ids =
                json.texts("ids").stream().map(ChannelsResource::number).toList();
        if (ids.size() > MOST_ORDERED) {
            throw json.malformed("At most " + MOST_ORDERED + " channels are ordered at once.");
        }
        return changed(request, deed -> publishing.order(deed, ids));
    }

    /** Another name: {@code {"title":"…"}}. Galleries keep the course's. */
    @PATCH
    @Path("{channel}")
    public Response rename(
            @PathParam("channel") String id, InputStream body, @Context ContainerRequestContext request) {
        String title = JsonBody.read(body, "studio").required("title");
        return changed(request, deed -> channels.rename(deed.transaction(), deed.by(), arranged(deed, id), title));
    }

    /** Takes a channel away; its videos stay in the library. */
    @DELETE
    @Path("{channel}")
    public Response delete(@PathParam("channel") String id, @Context ContainerRequestContext request) {
        return changed(request, deed -> channels.delete(deed.transaction(), deed.by(), arranged(deed, id)));
    }

    /** Puts a video into it, or to another place there: {@code {"before":"…"}}, or {@code {}} for the end (a gallery's front). */
    @PUT
    @Path("{channel}/videos/{media}")
    public Response put(
            @PathParam("channel") String id,
            @PathParam("media") String media,
            InputStream body,
            @Context ContainerRequestContext request) {
        Optional<String> before = JsonBody.read(body, "studio").text("before");
        done(request, deed -> publishing.put(deed, number(id), media, before));
        return Response.noContent().build();
    }

    /** Takes a video out of it. */
    @DELETE
    @Path("{channel}/videos/{media}")
    public Response remove(
            @PathParam("channel") String id,
            @PathParam("media") String media,
            @Context ContainerRequestContext request) {
        done(request, deed -> publishing.remove(deed, number(id), media));
        return Response.noContent().build();
    }

    /** Tells that somebody opened it. */
    @POST
    @Path("{channel}/visits")
    public Response visit(@PathParam("channel") String id, @Context ContainerRequestContext request) {
        done(request, deed -> {
            Channel channel = channels.require(deed.transaction(), deed.tenant(), deed.by(), number(id));
            deed.tell(new CategoryViewed(
                    deeds.circumstances(deed), deeds.now(), channel.category(library.site(deed.tenant()))));
        });
        return Response.noContent().build();
    }

    private Channel arranged(Deed deed, String id) {
        Channel channel = channels.require(deed.transaction(), deed.tenant(), deed.by(), number(id));
        channels.requireArrange(deed.by(), channel);
        if (channel.gallery()) {
            throw new Problem(409, "channel.gallery", "A gallery is there by itself and bears its course's name.");
        }
        return channel;
    }

    private Response changed(ContainerRequestContext request, Consumer<Deed> change) {
        LearnerSession session = CurrentSession.of(request);
        done(request, change);
        return VideoJson.answer(VideoJson.object().add("channels", cards.channels(deeds.tenant(session), session)));
    }

    private void done(ContainerRequestContext request, Consumer<Deed> change) {
        deeds.of(CurrentSession.of(request), deed -> {
            change.accept(deed);
            return Optional.empty();
        });
    }

    private static Channel.Reach reach(JsonBody json) {
        return switch (json.text("reach").orElse("course")) {
            case "course" -> Channel.Reach.COURSE;
            case "institution" -> Channel.Reach.INSTITUTION;
            default -> throw json.malformed("'reach' is 'course' or 'institution'.");
        };
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException none) {
            throw new Problem(404, "channel.unknown", "There is no such channel here.").causedBy(none);
        }
    }
}
