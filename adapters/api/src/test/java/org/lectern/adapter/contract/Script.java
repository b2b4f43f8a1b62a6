package org.lectern.adapter.contract;

import static java.util.Optional.empty;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Unliked;
import org.lectern.adapter.action.Watched;

/**
 * One session with every kind of action of a learner, the one that the vocabulary's examples tell: played 0, paused 57.1, played, speed
 * at 67.1, seek 82.1 to 30, captions on and off, volume, full screen, quality, completed at 118.1, paused 124.3, terminated;
 * then liked, commented without and with the text, and the like taken back.
 */
public final class Script {

    private static final String FIRST = "0.000[.]57.100";
    private static final String TO_SEEK = FIRST + "[,]57.100[.]82.100";

    private static final String WRITTEN = "What is that at 1:12? \u2028 <b>\"Ribosomes\"</b> & \ud83e\uddec\n\nThanks.";

    private final ActionContext context;
    private final PlaybackContext playback;

    /**
     * @param context who and where
     * @param playback of a video of 124.3 seconds, or of a live stream
     */
    public Script(ActionContext context, PlaybackContext playback) {
        this.context = context;
        this.playback = playback;
    }

    /** All actions in order; their timestamps strictly increase. */
    public List<LearnerAction> actions() {
        return List.of(
                new LoggedIn(context, at("08:58:41.207")),
                new CategoryViewed(context, at("08:59:20.514"), context.course().orElse(Casts.BIOLOGY)),
                new Initialized(context, playback, at("09:00:05.120"), ready()),
                new Played(context, playback, at("09:00:06.300"), s("0.000"), Played.Start.FIRST),
                new Paused(context, playback, at("09:01:03.400"), s("57.100"), watched("0.459", FIRST), false),
                new Played(context, playback, at("09:01:10.000"), s("57.1"), Played.Start.RESUMED),
                progressed("09:01:15.050", "62.15", 50, watched("0.500", FIRST + "[,]57.100[.]62.150")),
                new PlaybackRateChanged(context, playback, at("09:01:20.000"), s("67.1"), s("1"), s("1.50"), faster()),
                new Seeked(context, playback, at("09:01:30.000"), s("82.1"), s("30.0"), watched("0.660", TO_SEEK)),
                control("09:01:41.250", "46.875", captions(true, Optional.of("en"))),
                control("09:01:47.250", "55.875", captions(false, empty())),
                control("09:01:52.250", "63.375", volume("0.0")),
                control("09:01:58.250", "72.375", screen()),
                control("09:02:04.250", "81.375", quality()),
                new Completed(
                        context,
                        playback,
                        at("09:02:28.733"),
                        s("118.1"),
                        Duration.ofMillis(135_839),
                        watched("0.950", TO_SEEK + "[,]30.000[.]118.100")),
                new Paused(context, playback, at("09:02:32.867"), s("124.3"), atTheEnd(), true),
                progressed("09:02:32.868", "124.3", 100, atTheEnd()),
                new Terminated(context, playback, at("09:02:40.015"), s("124.3"), atTheEnd(), false),
                new Liked(context, at("09:03:10.442"), playback.entry()),
                new Commented(context, at("09:04:02.918"), playback.entry(), comment("1"), empty()),
                new Commented(context, at("09:05:30.000"), playback.entry(), comment("2"), Optional.of(WRITTEN)),
                new Unliked(context, at("09:06:00.000"), playback.entry()));
    }

    ActionContext context() {
        return context;
    }

    PlaybackContext playback() {
        return playback;
    }

    private URI comment(String number) {
        return URI.create(playback.entry().id() + "/comment/" + number);
    }

    private Progressed progressed(String time, String position, int percent, Watched watched) {
        return new Progressed(context, playback, at(time), s(position), percent, percent == 100, watched);
    }

    private Interacted control(String time, String position, PlayerState changed) {
        PlayerState muted = at(time).isAfter(at("09:01:52.000")) ? faster().with(volume("0.0")) : faster();
        return new Interacted(context, playback, at(time), s(position), changed, muted.with(changed), muted);
    }

    private static Watched atTheEnd() {
        return watched("1.000", TO_SEEK + "[,]30.000[.]124.300");
    }

    private static PlayerState ready() {
        return new PlayerState(
                Optional.of(false),
                empty(),
                Optional.of(s("1")),
                Optional.of(s("0.80")),
                Optional.of(false),
                Optional.of("1920x1080"),
                Optional.of("1280x720"),
                Optional.of(720),
                Optional.of("main"),
                Optional.of(s("29.97")),
                Optional.of("Mozilla/5.0 (X11; Linux x86_64) ExampleBrowser/1.0"));
    }

    private static PlayerState faster() {
        return ready().with(state(empty(), empty(), Optional.of(s("1.5")), empty(), empty(), empty(), empty()));
    }

    private static PlayerState captions(boolean shown, Optional<String> language) {
        return state(Optional.of(shown), language, empty(), empty(), empty(), empty(), empty());
    }

    private static PlayerState volume(String level) {
        return state(empty(), empty(), empty(), Optional.of(s(level)), empty(), empty(), empty());
    }

    private static PlayerState screen() {
        return state(empty(), empty(), empty(), empty(), Optional.of(true), Optional.of("1920x1080"), empty());
    }

    private static PlayerState quality() {
        return state(empty(), empty(), empty(), empty(), empty(), empty(), Optional.of(1080));
    }

    private static PlayerState state(
            Optional<Boolean> captions,
            Optional<String> language,
            Optional<BigDecimal> speed,
            Optional<BigDecimal> volume,
            Optional<Boolean> fullScreen,
            Optional<String> playbackSize,
            Optional<Integer> quality) {
        return new PlayerState(
                captions,
                language,
                speed,
                volume,
                fullScreen,
                empty(),
                playbackSize,
                quality,
                empty(),
                empty(),
                empty());
    }

    private static Watched watched(String progress, String segments) {
        return new Watched(s(progress), segments);
    }

    private static BigDecimal s(String number) {
        return new BigDecimal(number);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
