package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Adding;
import org.lectern.gateway.library.EmbeddedPlayer;
import org.lectern.gateway.library.EmbeddedPlayers;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.MediaTypes;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.TextTrack;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.library.WatchedSoFar;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** What a page's script is told, in {@code #lectern-session}; its reader is {@code session/session.ts}. Safe for any thread. */
@ApplicationScoped
public class SessionJson {

    /** Looked up once: finding the provider costs far more than the rest. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** Where those who teach see who has watched; the tenant follows. */
    private static final String VIEWING = "/viewing/of/";

    /** Where those who may add a video do it; the tenant follows. */
    private static final String UPLOAD = "/upload/of/";

    /** Where they look after videos. */
    private static final String STUDIO = "/studio/of/";

    /** Where people see what is recorded about them; the tenant follows. */
    private static final String ABOUT_YOU = "/about-you/of/";

    private static final int FLUSH_SECONDS = 5;
    private static final int HEARTBEAT_SECONDS = 10;

    private final Library library;
    private final MediaLinks links;
    private final WatchedSoFar watched;
    private final VideoCards cards;
    private final PlayerParts parts;
    private final EmbeddedPlayers players;
    private final Adding adding;

    @Inject
    public SessionJson(
            Library library,
            MediaLinks links,
            WatchedSoFar watched,
            VideoCards cards,
            PlayerParts parts,
            EmbeddedPlayers players,
            Adding adding) {
        this.library = library;
        this.links = links;
        this.watched = watched;
        this.cards = cards;
        this.parts = parts;
        this.players = players;
        this.adding = adding;
    }

    protected SessionJson() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    public JsonObject player(Tenant tenant, LearnerSession session, SessionToken token, Video media) {
        JsonObjectBuilder playback =
                BUILDERS.createObjectBuilder().add("completionThreshold", tenant.completionThreshold());
        WatchedSoFar.Progress progress = watched.of(session).get(media.id());
        if (progress != null && !media.source().isLive()) {
            progress.resumeAt().ifPresent(position -> playback.add("resumeAt", position));
            JsonArrayBuilder parts = BUILDERS.createArrayBuilder();
            progress.parts()
                    .forEach(part -> parts.add(
                            BUILDERS.createArrayBuilder().add(part.from()).add(part.to())));
            playback.add("watched", parts);
        }
        JsonObjectBuilder player = common(session, token, "player");
        parts.tell(player, tenant, session, media);
        return player.add("media", media(tenant, session, media))
                .add("playback", playback)
                .add(
                        "report",
                        BUILDERS.createObjectBuilder()
                                .add("flushSeconds", FLUSH_SECONDS)
                                .add("heartbeatSeconds", heartbeatSeconds(tenant, media)))
                .build();
    }

    /** Progress can be reported only as often as the page says where it is. */
    private static BigDecimal heartbeatSeconds(Tenant tenant, Video media) {
        Duration usual = Duration.ofSeconds(HEARTBEAT_SECONDS);
        Duration length = media.duration()
                .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()))
                .orElse(usual.multipliedBy(100)); // unknown: a hundredth of it is then the usual
        Duration every = tenant.progress()
                .every(length)
                .filter(wanted -> wanted.compareTo(usual) < 0)
                .orElse(usual);
        return BigDecimal.valueOf(every.toMillis(), 3).stripTrailingZeros();
    }

    public JsonObject gallery(Tenant tenant, LearnerSession session, SessionToken token) {
        JsonObjectBuilder gallery = common(session, token, "gallery");
        cards.gallery(gallery, tenant, session);
        return gallery.build();
    }

    /** What every page of a session is told; its own part is added by its maker. */
    public JsonObjectBuilder common(LearnerSession session, SessionToken token, String page) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("token", token.value())
                .add("api", "/api/v1")
                .add("page", page)
                .add("expires", session.expires().toString())
                .add("locale", session.language())
                .add("renew", SessionResource.path(session.tenant()))
                .add(
                        "learner",
                        BUILDERS.createObjectBuilder()
                                .add("role", session.role().name().toLowerCase(Locale.ROOT))
                                .add("key", session.learnerKey()));
        json.add("aboutYou", ABOUT_YOU + session.tenant());
        if (session.role() != LearnerSession.Role.LEARNER) {
            json.add("viewing", VIEWING + session.tenant());
            json.add("studio", STUDIO + session.tenant());
        }
        if (adding.mayAdd(session)) {
            json.add("upload", UPLOAD + session.tenant());
        }
        session.course()
                .map(LearnerSession.Course::title)
                .filter(title -> !title.isBlank())
                .ifPresent(title ->
                        json.add("course", BUILDERS.createObjectBuilder().add("title", title)));
        return json;
    }

    /** An entry with the links it is played from. */
    public JsonObject media(Tenant tenant, LearnerSession session, Video media) {
        JsonArrayBuilder captions = BUILDERS.createArrayBuilder();
        JsonArrayBuilder chapters = BUILDERS.createArrayBuilder();
        for (TextTrack track : library.tracks(tenant, media)) {
            (track.kind() == TextTrack.Kind.CAPTIONS ? captions : chapters).add(track(session, media, track));
        }
        JsonObjectBuilder json =
                BUILDERS.createObjectBuilder().add("id", media.id()).add("title", media.title());
        if (!media.description().isBlank()) {
            json.add("description", media.description());
        }
        if (media.poster().isPresent()) {
            json.add("poster", links.poster(session, media).toString());
        }
        embedded(media).ifPresent(player -> json.add("embedded", embedded(player)));
        media.duration().ifPresent(duration -> json.add("duration", duration));
        if (media.source().isLive()) {
            json.add("live", true);
        }
        return json.add("sources", sources(session, media))
                .add("captions", captions)
                .add("chapters", chapters)
                .build();
    }

    /** The player of another company that shows it, if one does. */
    Optional<EmbeddedPlayer> embedded(Video media) {
        return media.source() instanceof Source.Embedded source ? players.of(source) : Optional.empty();
    }

    private static JsonObjectBuilder embedded(EmbeddedPlayer player) {
        JsonObjectBuilder settings = BUILDERS.createObjectBuilder();
        player.settings().forEach(settings::add);
        return BUILDERS.createObjectBuilder()
                .add("player", player.player().name().toLowerCase(Locale.ROOT))
                .add("script", player.script().toString())
                .add("settings", settings);
    }

    private JsonArrayBuilder sources(LearnerSession session, Video media) {
        if (media.source() instanceof Source.Embedded) {
            return BUILDERS.createArrayBuilder();
        }
        JsonObjectBuilder source = BUILDERS.createObjectBuilder()
                .add("src", library.link(session, media).toString());
        type(media).ifPresent(type -> source.add("type", type));
        return BUILDERS.createArrayBuilder().add(source);
    }

    private static Optional<String> type(Video media) {
        if (media.source() instanceof Source.Stored stored) {
            return Optional.of(stored.type());
        }
        if (media.source() instanceof Source.DeclaredFile declared) {
            return MediaTypes.of(declared.file().getFileName().toString());
        }
        return media.source().address().map(URI::getPath).flatMap(MediaTypes::of);
    }

    /** Declared files have links of their own. */
    private JsonObjectBuilder track(LearnerSession session, Video media, TextTrack track) {
        URI link = media.owner().isEmpty()
                ? links.captions(session, media.id(), track.language())
                : links.track(session, media.id(), track);
        return BUILDERS.createObjectBuilder()
                .add("src", link.toString())
                .add("language", track.language())
                .add("label", track.label());
    }
}
