package org.lectern.adapter.kaltura;

import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.Extensions;

/** What a control changed, in the Video Profile's extensions, for Kaltura has none. Captions come with their language. */
final class Changes {

    private Changes() {}

    static Extensions of(PlayerState changed, PlayerState player) {
        boolean captions =
                changed.captions().isPresent() || changed.captionsLanguage().isPresent();
        Extensions said = VideoExtension.of(changed);
        return captions ? said.with(VideoExtension.captions(player.with(changed))) : said;
    }
}
