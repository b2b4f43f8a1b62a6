package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the player said about itself; absent means it did not say.
 *
 * @param captions captions shown
 * @param captionsLanguage RFC 5646, only while captions are shown
 * @param speed playback rate, 1 is normal
 * @param volume 0 (mute) to 1
 * @param fullScreen whether the player fills the screen
 * @param screenSize largest size available, {@code WxH} pixels
 * @param playbackSize size as shown, {@code WxH} pixels
 * @param quality height of the rendition, lines
 * @param track name of the audio track
 * @param frameRate frames per second
 * @param userAgent the browser's User-Agent
 */
public record PlayerState(
        Optional<Boolean> captions,
        Optional<String> captionsLanguage,
        Optional<BigDecimal> speed,
        Optional<BigDecimal> volume,
        Optional<Boolean> fullScreen,
        Optional<String> screenSize,
        Optional<String> playbackSize,
        Optional<Integer> quality,
        Optional<String> track,
        Optional<BigDecimal> frameRate,
        Optional<String> userAgent) {

    /** A player that said nothing. */
    public static final PlayerState SILENT = new PlayerState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** This state with everything replaced that {@code newer} does say. A caption language is dropped when captions go off. */
    public PlayerState with(PlayerState newer) {
        Optional<Boolean> shown = newer.captions.or(() -> captions);
        return new PlayerState(
                shown,
                shown.orElse(false) ? newer.captionsLanguage.or(() -> captionsLanguage) : Optional.empty(),
                newer.speed.or(() -> speed),
                newer.volume.or(() -> volume),
                newer.fullScreen.or(() -> fullScreen),
                newer.screenSize.or(() -> screenSize),
                newer.playbackSize.or(() -> playbackSize),
                newer.quality.or(() -> quality),
                newer.track.or(() -> track),
                newer.frameRate.or(() -> frameRate),
                newer.userAgent.or(() -> userAgent));
    }
}
