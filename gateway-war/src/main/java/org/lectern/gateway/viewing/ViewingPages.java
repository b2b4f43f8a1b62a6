package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.SessionJson;
import org.lectern.gateway.page.SessionResource;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** The pages of this room: everybody's viewing of a video, and one learner's. Their data they fetch themselves. Safe for any thread. */
@ApplicationScoped
public class ViewingPages {

    private final Pages pages;
    private final SessionJson json;
    private final Library library;

    @Inject
    public ViewingPages(Pages pages, SessionJson json, Library library) {
        this.pages = pages;
        this.json = json;
        this.library = library;
    }

    protected ViewingPages() { // CDI proxy
        this(null, null, null);
    }

    /** Everybody's viewing of one video. */
    Response.ResponseBuilder everybody(Tenant tenant, LearnerSession session, SessionToken token, Video media) {
        JsonObject told = page(session, token, "viewing")
                .add(
                        "media",
                        ViewingJson.media(media.id(), Optional.of(media), Optional.empty())
                                .add(
                                        "captions",
                                        json.media(tenant, session, media).getJsonArray("captions")))
                .build();
        return answer(tenant, session, media.title(), told);
    }

    /**
     * One learner's viewing.
     *
     * @param name as the launch told it; not kept, so that a reload asks the roster
     */
    Response.ResponseBuilder review(Tenant tenant, LearnerSession session, SessionToken token, Optional<String> name) {
        JsonObjectBuilder told = page(session, token, "review");
        name.ifPresent(known -> told.add("name", known));
        Optional<Video> media = session.media().flatMap(id -> library.find(tenant, id));
        media.ifPresent(entry -> told.add("media", ViewingJson.media(entry.id(), media, Optional.empty())));
        return answer(tenant, session, media.map(Video::title).orElse("Viewing"), told.build());
    }

    private Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, String title, JsonObject told) {
        Page page = new Page("viewing", session.language(), Map.of("title", title), Optional.of(told));
        return pages.answer(200, page, Framing.by(tenant, session.platform()));
    }

    private JsonObjectBuilder page(LearnerSession session, SessionToken token, String page) {
        // A reload opens this page again, not the player; the player's address is the way back to the video.
        return json.common(session, token, page)
                .add("renew", ViewingDoor.path(session.tenant()))
                .add("player", SessionResource.path(session.tenant()));
    }
}
