package org.lectern.gateway.page;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.GivenPlayers;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.Shelves;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.session.BearerTokens;

/** The page room put together by hand, with templates as plain as can be. */
public final class PracticePages {

    private static final String SCRIPT =
            "<html lang=\"{{lang}}\"><title>{{title}}</title><script id=\"lectern-session\" nonce=\"{{nonce}}\">{{{session}}}</script>";
    private static final String TASK = "<script id=\"lectern-binding\" nonce=\"{{nonce}}\">{{{session}}}</script>";
    private static final Map<String, String> FILES = Map.of(
            "/web/assets/manifest.json",
            "{}",
            "/web/pages/player.html",
            SCRIPT,
            "/web/pages/gallery.html",
            SCRIPT,
            "/web/pages/viewing.html",
            SCRIPT,
            "/web/pages/studio.html",
            SCRIPT,
            "/web/pages/shell.html",
            "<html lang=\"{{lang}}\"><title>{{title}}</title>shell",
            "/web/pages/waiting.html",
            "<title>{{title}}</title><p data-message=\"{{message}}\">{{sentence}}<a href=\"{{next}}\"></a>" + TASK,
            "/web/pages/take-back.html",
            "<title>{{title}}</title><input name=id_token value=\"{{token}}\"><input name=state value=\"{{state}}\">"
                    + TASK,
            "/web/pages/picker.html",
            SCRIPT,
            "/web/pages/notice.html",
            "<title>{{title}}</title><p>{{happened}}<p>{{meaning}}<p>{{remedy}}<a href=\"{{open}}\"></a><code>{{reference}}</code><code>{{reason}}</code>");

    private final Pages pages;
    private final GalleryVisits visits;
    private final SessionPages sessionPages;
    private final SessionJson json;
    private final Reopening reopening;
    private final SessionResource sessionResource;

    /** Of these parts. */
    public PracticePages(
            Jdbi jdbi,
            Clock clock,
            SecureRandom random,
            Library library,
            MediaLinks links,
            ToldChanges changes,
            Tenants tenants,
            BearerTokens tokens) {
        BuiltWeb web = new BuiltWeb(
                path -> Optional.ofNullable(FILES.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8)));
        this.pages = new Pages(web, random);
        this.visits = new GalleryVisits(library);
        Channels channels = new Channels(jdbi, random);
        VideoCards cards = new VideoCards(new Shelves(library, channels, jdbi), channels, session -> Map.of(), links);
        this.json = new SessionJson(
                library,
                links,
                session -> Map.of(),
                cards,
                new PlayerParts(List.of()),
                GivenPlayers.PUBLIC,
                session -> false);
        this.sessionPages = new SessionPages(pages, library, json, random);
        OpenedPages opened = new OpenedPages(visits, changes, clock);
        this.reopening = new Reopening(tokens, tenants, opened, sessionPages, pages, random);
        this.sessionResource = new SessionResource(reopening);
    }

    /** Pages. */
    public Pages pages() {
        return pages;
    }

    /** Gallery visits. */
    public GalleryVisits visits() {
        return visits;
    }

    /** Pages of sessions. */
    public SessionPages sessionPages() {
        return sessionPages;
    }

    /** What pages are told. */
    public SessionJson json() {
        return json;
    }

    /** Reloads of other rooms' pages. */
    public Reopening reopening() {
        return reopening;
    }

    /** Reloads. */
    public SessionResource sessionResource() {
        return sessionResource;
    }
}
