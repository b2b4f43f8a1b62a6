package org.lectern.gateway.playback;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.OptionalLong;

/** A {@link Playback} as the text in its row, both ways. Times are epoch milliseconds. */
final class PlaybackJson {

    private PlaybackJson() {}

    /** By hand: all but the player is numbers, and every report of every page writes it. */
    static String write(Playback playback) {
        StringBuilder json = new StringBuilder(256)
                .append("{\"phase\":\"")
                .append(playback.phase().name())
                .append("\",\"opened\":")
                .append(playback.opened())
                .append(",\"position\":")
                .append(playback.position())
                .append(",\"last\":")
                .append(playback.last().toEpochMilli())
                .append(",\"counted\":")
                .append(playback.counted().toEpochMilli())
                .append(",\"unreported\":")
                .append(playback.unreported())
                .append(",\"story\":\"")
                .append(playback.story().name())
                .append("\",\"player\":")
                .append(PlayerJson.write(playback.player()).build());
        playback.length().ifPresent(length -> json.append(",\"length\":").append(length));
        return json.append('}').toString();
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
