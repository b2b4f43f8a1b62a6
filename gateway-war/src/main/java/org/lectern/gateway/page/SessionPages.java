package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** The page that a session opens: player, gallery, or a friendly word that the video is not here. Safe for any thread. */
@ApplicationScoped
public class SessionPages {

    private final Pages pages;
    private final Library library;
    private final SessionJson json;
    private final SecureRandom random;

    @Inject
    public SessionPages(Pages pages, Library library, SessionJson json, SecureRandom random) {
        this.pages = pages;
        this.library = library;
        this.json = json;
        this.random = random;
    }

    protected SessionPages() { // CDI proxy
        this(null, null, null, null);
    }

    /** What the session shows; 200 in any case. */
    public Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token) {
        Framing framing = Framing.by(tenant, session.platform());
        Shown shown = Shown.of(library, tenant, session);
        if (shown instanceof Shown.NotHere) {
            return pages.answer(200, notHere(Reference.fresh(random)), framing);
        }
        if (shown instanceof Shown.Player player) {
            Page page = new Page(
                    "player",
                    session.language(),
                    Map.of("title", player.media().title()),
                    Optional.of(json.player(tenant, session, token, player.media())));
            Framing playing = framing.playing(List.of(player.media()));
            return pages.answer(
                    200,
                    page,
                    json.embedded(player.media()).map(playing::embedding).orElse(playing));
        }
        Page page = new Page(
                "gallery",
                session.language(),
                Map.of(
                        "title",
                        session.course()
                                .map(LearnerSession.Course::title)
                                .filter(title -> !title.isBlank())
                                .orElse("Videos")),
                Optional.of(json.gallery(tenant, session, token)));
        return pages.answer(200, page, framing);
    }

    private static Notice notHere(String reference) {
        return new Notice(
                "This video is not here",
                "The video that this activity points to is not in the video library of your institution.",
                "It may have been removed, or the activity has a typing mistake. Your course is not affected.",
                "Tell your instructor which activity you opened; they can correct it.",
                reference);
    }
}
