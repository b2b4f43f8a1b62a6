package org.lectern.adapter.caliper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.caliper.CaliperEvent.Kind;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.LanguageTag;
import org.lectern.adapter.xapi.Seconds;

/**
 * What happens within a playback, in the Media Profile's words. {@code currentTime} is where the action occurred. {@code Ended} is told
 * once in a playback: when the end of the video is reached for the first time, else when the playback is over. Pure.
 */
final class MediaEvents {

    private MediaEvents() {}

    static CaliperEvent played(Played action) {
        String word = switch (action.start()) {
            case FIRST -> "Started";
            case RESUMED -> "Resumed";
            case AGAIN -> "Restarted";
        };
        return media(action, word, action.time());
    }

    static CaliperEvent paused(Paused action) {
        return media(action, action.ending() ? "Ended" : "Paused", action.time());
    }

    static Optional<CaliperEvent> terminated(Terminated action) {
        return action.ending() ? Optional.of(media(action, "Ended", action.time())) : Optional.empty();
    }

    static CaliperEvent seeked(Seeked action) {
        return media(action, "JumpedTo", action.from()).with("time-to", Seconds.position(action.to()));
    }

    static CaliperEvent rateChanged(PlaybackRateChanged action) {
        return media(action, "ChangedSpeed", action.time())
                .with("previous-speed", VideoExtension.speed(action.from()))
                .with("speed", VideoExtension.speed(action.to()));
    }

    /** One event for each control that the Media Profile has a word for; none for an audio track. */
    static List<CaliperEvent> interacted(Interacted action) {
        PlayerState changed = action.changed();
        List<CaliperEvent> events = new ArrayList<>(2);
        changed.captions().ifPresent(shown -> events.add(captions(action, shown)));
        changed.volume().ifPresent(volume -> events.add(volume(action, volume)));
        changed.fullScreen()
                .ifPresent(full ->
                        events.add(media(action, full ? "EnteredFullScreen" : "ExitedFullScreen", action.time())));
        if (changed.fullScreen().isEmpty()) {
            changed.playbackSize()
                    .ifPresent(size -> events.add(
                            media(action, "ChangedSize", action.time()).with("video-playback-size", size)));
        }
        changed.quality()
                .ifPresent(lines -> events.add(
                        media(action, "ChangedResolution", action.time()).with("quality", BigDecimal.valueOf(lines))));
        return events;
    }

    /** No media event has this word, so it is told under the General Profile. */
    static CaliperEvent completed(Completed action) {
        return new CaliperEvent(
                        action,
                        Kind.GENERAL,
                        "Completed",
                        Entities.video(
                                action.playback().entry(), action.playback().length()))
                .within(action.playback().session())
                .with("progress", plain(action.watched().progress()));
    }

    private static CaliperEvent captions(Interacted action, boolean shown) {
        CaliperEvent event =
                media(action, shown ? "EnabledClosedCaptioning" : "DisabledClosedCaptioning", action.time());
        Optional<LanguageTag> language =
                action.player().captionsLanguage().filter(tag -> shown).flatMap(LanguageTag::parse);
        return language.map(tag -> event.with("cc-subtitle-lang", tag.value())).orElse(event);
    }

    private static CaliperEvent volume(Interacted action, BigDecimal volume) {
        if (volume.signum() == 0) {
            return media(action, "Muted", action.time());
        }
        boolean silentBefore =
                action.before().volume().map(before -> before.signum() == 0).orElse(false);
        return media(action, silentBefore ? "Unmuted" : "ChangedVolume", action.time())
                .with("volume", plain(VideoExtension.shortened(volume)));
    }

    private static CaliperEvent media(PlaybackAction action, String word, BigDecimal position) {
        var playback = action.playback();
        return new CaliperEvent(action, Kind.MEDIA, word, Entities.video(playback.entry(), playback.length()))
                .at(Entities.location(playback.entry(), position))
                .within(playback.session());
    }

    /** Without exponent and trailing zeros. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
