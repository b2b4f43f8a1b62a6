package org.lectern.adapter.videoprofile;

import static org.lectern.adapter.video.VideoExtension.CAPTIONS_OF_TEMPLATES;
import static org.lectern.adapter.video.VideoExtension.SPEED;
import static org.lectern.adapter.video.VideoExtension.VOLUME;
import static org.lectern.adapter.xapi.Extensions.NONE;

import java.math.BigDecimal;
import java.util.Optional;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.Extensions;

/** A player's state in the profile's words. */
final class PlayerTold {

    private PlayerTold() {}

    /** All that the player said. */
    static Extensions whole(PlayerState player) {
        return captions(player).with(VideoExtension.of(player));
    }

    /**
     * What changed, and always speed and volume: validators accept an {@code interacted} that carries volume
     * (vocabulary §1.7). Captions and screen are told as a whole, as the profile's templates ask for.
     */
    static Extensions changes(PlayerState changed, PlayerState player) {
        PlayerState after = player.with(changed);
        return whole(changed)
                .with(captionsTouched(changed) ? captions(after) : NONE)
                .with(screenTouched(changed) ? VideoExtension.screen(after) : NONE)
                .with(speedAndVolume(after.speed(), after));
    }

    /** A media element that said neither plays at speed 1 and volume 1 (HTML, media elements). */
    static Extensions speedAndVolume(Optional<BigDecimal> speed, PlayerState player) {
        return NONE.with(SPEED, VideoExtension.speed(speed.orElse(BigDecimal.ONE)))
                .with(VOLUME, player.volume().map(VideoExtension::shortened).orElse(BigDecimal.ONE));
    }

    /** Captions by both of the flags that consumers look for. */
    private static Extensions captions(PlayerState player) {
        Extensions concept = VideoExtension.captions(player);
        return player.captions()
                .map(shown -> concept.with(CAPTIONS_OF_TEMPLATES, shown))
                .orElse(concept);
    }

    private static boolean captionsTouched(PlayerState changed) {
        return changed.captions().isPresent() || changed.captionsLanguage().isPresent();
    }

    private static boolean screenTouched(PlayerState changed) {
        return changed.fullScreen().isPresent()
                || changed.screenSize().isPresent()
                || changed.playbackSize().isPresent();
    }
}
