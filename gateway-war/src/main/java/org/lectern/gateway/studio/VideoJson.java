package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.lectern.gateway.library.Catalogue;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.library.VideoRow;
import org.lectern.gateway.studio.Deeds.Deed;

/** A video as its editors see it, on the wire; the reader is {@code studio/studioData.ts}. Safe for any thread. */
@ApplicationScoped
public class VideoJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final Rights rights;
    private final Channels channels;
    private final CoEditors editors;
    private final MediaLinks links;

    @Inject
    public VideoJson(Rights rights, Channels channels, CoEditors editors, MediaLinks links) {
        this.rights = rights;
        this.channels = channels;
        this.editors = editors;
        this.links = links;
    }

    protected VideoJson() { // CDI proxy
        this(null, null, null, null);
    }

    /** As it is within this transaction. */
    JsonObjectBuilder video(Deed deed, String media) {
        VideoRow row =
                rights.requireEditEvenDeleted(deed.transaction(), deed.tenant().id(), deed.by(), media);
        Video video = row.video();
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("id", video.id())
                .add("title", video.title())
                .add("description", video.description())
                .add("tags", BUILDERS.createArrayBuilder(video.tags()))
                .add("state", video.state().name().toLowerCase(Locale.ROOT))
                .add(
                        "mine",
                        video.owner().filter(deed.by().learnerKey()::equals).isPresent())
                .add("created", row.created().toString())
                .add("changed", row.changed().toString());
        video.language().ifPresent(language -> json.add("language", language));
        video.duration().ifPresent(duration -> json.add("duration", duration));
        if (video.source().isLive()) {
            json.add("live", true);
        }
        video.poster()
                .ifPresent(
                        has -> json.add("poster", links.poster(deed.by(), video).toString()));
        row.deleted()
                .ifPresent(deleted ->
                        json.add("until", deleted.plus(Catalogue.GRACE).toString()));
        JsonArrayBuilder places = BUILDERS.createArrayBuilder();
        channels.with(deed.transaction(), deed.by(), media).forEach(channel -> places.add(VideoCards.channel(channel)));
        JsonArrayBuilder people = BUILDERS.createArrayBuilder();
        editors.of(deed.transaction(), deed.tenant().id(), media)
                .forEach(editor -> people.add(BUILDERS.createObjectBuilder()
                        .add("key", editor.learnerKey())
                        .add("you", editor.learnerKey().equals(deed.by().learnerKey()))
                        .add("added", editor.added().toString())));
        return json.add("channels", places).add("editors", people);
    }

    static JsonObjectBuilder invitation(CoEditors.Invitation fresh) {
        return BUILDERS.createObjectBuilder()
                .add("code", fresh.code())
                .add("expires", fresh.expires().toString());
    }

    static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    static Response answer(JsonObjectBuilder json) {
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
