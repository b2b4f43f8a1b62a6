package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;

/** Videos and channels as pages show them in lists, on the wire; the reader is {@code session/session.ts}. Safe for any thread. */
@ApplicationScoped
public class VideoCards {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final Shelves shelves;
    private final Channels channels;
    private final WatchedSoFar watched;
    private final MediaLinks links;

    @Inject
    public VideoCards(Shelves shelves, Channels channels, WatchedSoFar watched, MediaLinks links) {
        this.shelves = shelves;
        this.channels = channels;
        this.watched = watched;
        this.links = links;
    }

    protected VideoCards() { // CDI proxy
        this(null, null, null, null);
    }

    /** Adds the first page of everything they find as {@code items} and {@code next}, and {@code channels}. */
    public void gallery(JsonObjectBuilder json, Tenant tenant, LearnerSession session) {
        add(json, tenant, session, Wish.first(Wish.Among.FOUND));
        json.add("channels", channels(tenant, session));
    }

    /** The channels that they see. */
    public JsonArrayBuilder channels(Tenant tenant, LearnerSession session) {
        JsonArrayBuilder list = BUILDERS.createArrayBuilder();
        channels.of(tenant, session)
                .forEach(
                        channel -> list.add(channel(channel).add("mayArrange", channels.mayArrange(session, channel))));
        return list;
    }

    /** A channel. */
    public static JsonObjectBuilder channel(Channel channel) {
        return BUILDERS.createObjectBuilder()
                .add("id", Long.toString(channel.id()))
                .add("title", channel.title())
                .add("reach", channel.reach().name().toLowerCase(Locale.ROOT))
                .add("gallery", channel.gallery());
    }

    void add(JsonObjectBuilder json, Tenant tenant, LearnerSession session, Wish wish) {
        Shelves.Sheet sheet = shelves.sheet(tenant, session, wish);
        Map<String, WatchedSoFar.Progress> seen = watched.of(session);
        JsonArrayBuilder items = BUILDERS.createArrayBuilder();
        for (Video video : sheet.videos()) {
            JsonObjectBuilder card = card(session, video);
            if (seen.containsKey(video.id()) && !video.source().isLive()) {
                card.add("watched", seen.get(video.id()).share());
            }
            if (wish.among() == Wish.Among.MINE) {
                card.add("state", video.state().name().toLowerCase(Locale.ROOT));
            }
            items.add(card);
        }
        json.add("items", items);
        sheet.next().ifPresent(next -> json.add("next", next));
    }

    private JsonObjectBuilder card(LearnerSession session, Video video) {
        JsonObjectBuilder card =
                BUILDERS.createObjectBuilder().add("id", video.id()).add("title", video.title());
        if (video.source().isLive()) {
            card.add("live", true);
        }
        if (video.owner().isEmpty()) {
            card.add("declared", true);
        }
        video.duration().ifPresent(duration -> card.add("duration", duration));
        video.poster()
                .ifPresent(
                        has -> card.add("poster", links.poster(session, video).toString()));
        return card;
    }
}
