package org.lectern.gateway.playback;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.adapter.action.PlayerState;

/** A {@link PlayerState} as JSON. A value that cannot be is left out, as if the player had not said it. */
final class PlayerJson {

    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,4}x[1-9]\\d{0,4}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}");
    private static final BigDecimal FASTEST = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_FRAMES = BigDecimal.valueOf(1_000);
    private static final int MOST_LINES = 100_000;

    private PlayerJson() {}

    static PlayerState read(JsonObject json) {
        return new PlayerState(
                WireValues.flag(json, "captions"),
                WireValues.label(json, "captionsLanguage", 35)
                        .filter(tag -> LANGUAGE.matcher(tag).matches()),
                speed(json, "speed"),
                WireValues.number(json, "volume")
                        .filter(volume -> volume.signum() >= 0 && volume.compareTo(BigDecimal.ONE) <= 0),
                WireValues.flag(json, "fullScreen"),
                size(json, "screenSize"),
                size(json, "playbackSize"),
                WireValues.number(json, "quality")
                        .filter(lines -> lines.signum() > 0 && lines.compareTo(BigDecimal.valueOf(MOST_LINES)) <= 0)
                        .map(BigDecimal::intValue)
                        .filter(lines -> lines > 0),
                WireValues.label(json, "track", 200),
                WireValues.number(json, "frameRate")
                        .filter(rate -> rate.signum() > 0 && rate.compareTo(MOST_FRAMES) <= 0),
                WireValues.label(json, "userAgent", 512));
    }

    /** A speed that a player can have; negative when it rewinds. */
    static Optional<BigDecimal> speed(JsonObject json, String name) {
        return WireValues.number(json, name)
                .filter(speed -> speed.signum() != 0 && speed.abs().compareTo(FASTEST) <= 0);
    }

    static JsonObjectBuilder write(PlayerState player) {
        JsonObjectBuilder json = WireValues.BUILDERS.createObjectBuilder();
        player.captions().ifPresent(value -> json.add("captions", value));
        player.captionsLanguage().ifPresent(value -> json.add("captionsLanguage", value));
        player.speed().ifPresent(value -> json.add("speed", value));
        player.volume().ifPresent(value -> json.add("volume", value));
        player.fullScreen().ifPresent(value -> json.add("fullScreen", value));
        player.screenSize().ifPresent(value -> json.add("screenSize", value));
        player.playbackSize().ifPresent(value -> json.add("playbackSize", value));
        player.quality().ifPresent(value -> json.add("quality", value));
        player.track().ifPresent(value -> json.add("track", value));
        player.frameRate().ifPresent(value -> json.add("frameRate", value));
        player.userAgent().ifPresent(value -> json.add("userAgent", value));
        return json;
    }

    private static Optional<String> size(JsonObject json, String name) {
        return WireValues.text(json, name).filter(size -> SIZE.matcher(size).matches());
    }
}
