package org.lectern.adapter.video;

import static org.lectern.adapter.xapi.Extensions.NONE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageTag;

/** The extensions of the xAPI Video Profile, version 1.0.3, and how a player's state is told in them. */
public final class VideoExtension {

    private static final Iri BASE = new Iri("https://w3id.org/xapi/video/extensions/");

    public static final Iri TIME = BASE.then("time");
    public static final Iri TIME_FROM = BASE.then("time-from");
    public static final Iri TIME_TO = BASE.then("time-to");
    public static final Iri PROGRESS = BASE.then("progress");
    public static final Iri PLAYED_SEGMENTS = BASE.then("played-segments");
    public static final Iri SESSION_ID = BASE.then("session-id");
    public static final Iri LENGTH = BASE.then("length");
    public static final Iri COMPLETION_THRESHOLD = BASE.then("completion-threshold");
    public static final Iri CAPTIONS = BASE.then("cc-subtitle-enabled");
    /** No concept of the profile, yet the flag that its templates and most consumers look for. */
    public static final Iri CAPTIONS_OF_TEMPLATES = BASE.then("cc-enabled");

    public static final Iri CAPTIONS_LANGUAGE = BASE.then("cc-subtitle-lang");
    public static final Iri FRAME_RATE = BASE.then("frame-rate");
    public static final Iri FULL_SCREEN = BASE.then("full-screen");
    public static final Iri QUALITY = BASE.then("quality");
    public static final Iri SCREEN_SIZE = BASE.then("screen-size");
    public static final Iri PLAYBACK_SIZE = BASE.then("video-playback-size");
    public static final Iri SPEED = BASE.then("speed");
    public static final Iri TRACK = BASE.then("track");
    public static final Iri USER_AGENT = BASE.then("user-agent");
    public static final Iri VOLUME = BASE.then("volume");

    private static final int MOST_DECIMALS = 3;

    private VideoExtension() {}

    /** A speed as the profile writes it: {@code 1x}, {@code 1.5x}. */
    public static String speed(BigDecimal factor) {
        return factor.stripTrailingZeros().toPlainString() + "x";
    }

    /** A number with the three decimals that the profile allows at most; browsers say 0.8500000238418579 for 0.85. */
    public static BigDecimal shortened(BigDecimal number) {
        return number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * Everything that the player said, captions by the profile's concept only. A caption language is left out while
     * captions are off and when it is no language tag.
     */
    public static Extensions of(PlayerState player) {
        return captions(player)
                .with(player.frameRate()
                        .map(rate -> NONE.with(FRAME_RATE, shortened(rate)))
                        .orElse(NONE))
                .with(player.quality().map(lines -> NONE.with(QUALITY, lines)).orElse(NONE))
                .with(screen(player))
                .with(player.speed()
                        .map(factor -> NONE.with(SPEED, speed(factor)))
                        .orElse(NONE))
                .with(player.track().map(name -> NONE.with(TRACK, name)).orElse(NONE))
                .with(player.userAgent()
                        .map(name -> NONE.with(USER_AGENT, name))
                        .orElse(NONE))
                .with(player.volume()
                        .map(level -> NONE.with(VOLUME, shortened(level)))
                        .orElse(NONE));
    }

    /** What the player said about its size. */
    public static Extensions screen(PlayerState player) {
        return player.fullScreen()
                .map(full -> NONE.with(FULL_SCREEN, full))
                .orElse(NONE)
                .with(player.screenSize()
                        .map(size -> NONE.with(SCREEN_SIZE, size))
                        .orElse(NONE))
                .with(player.playbackSize()
                        .map(size -> NONE.with(PLAYBACK_SIZE, size))
                        .orElse(NONE));
    }

    /** What the player said about captions, by the profile's concept. */
    public static Extensions captions(PlayerState player) {
        Extensions flag =
                player.captions().map(shown -> NONE.with(CAPTIONS, shown)).orElse(NONE);
        return player.captionsLanguage()
                .filter(language -> player.captions().orElse(false))
                .flatMap(LanguageTag::parse)
                .map(language -> flag.with(CAPTIONS_LANGUAGE, language.value()))
                .orElse(flag);
    }
}
