package org.lectern.gateway.playback;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.OptionalLong;

/** A {@link Playback} as the text in its row, both ways. Times are epoch milliseconds. */
final class PlaybackJson {

    private PlaybackJson() {}

    static String write(Playback playback) {
        JsonObjectBuilder json = WireValues.BUILDERS
                .createObjectBuilder()
                .add("phase", playback.phase().name())
                .add("opened", playback.opened())
                .add("position", playback.position())
                .add("last", playback.last().toEpochMilli())
                .add("counted", playback.counted().toEpochMilli())
                .add("unreported", playback.unreported())
                .add("story", playback.story().name())
                .add("player", PlayerJson.write(playback.player()));
        playback.length().ifPresent(length -> json.add("length", length));
        return json.build().toString();
    }

    static Playback read(String text) {
        try (JsonReader reader = WireValues.READERS.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Playback(
                    Playback.Phase.valueOf(json.getString("phase")),
                    json.containsKey("length") ? OptionalLong.of(whole(json, "length")) : OptionalLong.empty(),
                    PlayerJson.read(json.getJsonObject("player")),
                    whole(json, "opened"),
                    whole(json, "position"),
                    Instant.ofEpochMilli(whole(json, "last")),
                    Instant.ofEpochMilli(whole(json, "counted")),
                    whole(json, "unreported"),
                    Playback.Story.valueOf(json.getString("story", Playback.Story.BEGUN.name())));
        }
    }

    private static long whole(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}
