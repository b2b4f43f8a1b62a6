package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Watched;

/**
 * The actions that one fact leads to, in order, one millisecond apart and later than everything before it. Positions come in
 * milliseconds and go out in seconds. For one fact and one thread.
 */
final class Told {

    private static final Duration TICK = Duration.ofMillis(1);

    private final List<LearnerAction> actions = new ArrayList<>(3);
    private final Circumstances circumstances;
    private final PlaybackContext playback;
    private Instant next;
    private Instant last;

    /**
     * @param moment the fact's own time; the first action gets it
     */
    Told(Circumstances circumstances, Playback playback, Instant moment) {
        this.circumstances = circumstances;
        this.playback = context(circumstances, playback);
        this.next = moment;
        this.last = moment;
    }

    private static PlaybackContext context(Circumstances circumstances, Playback playback) {
        UUID session = circumstances.playback();
        Optional<BigDecimal> length = playback.length().isPresent()
                ? Optional.of(seconds(playback.length().getAsLong()))
                : Optional.empty();
        return new PlaybackContext(
                session, circumstances.registration(), circumstances.entry(), length, circumstances.threshold());
    }

    static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, 3);
    }

    /** Time that the next action will get. */
    Instant next() {
        return next;
    }

    /** Time of the last action, or of the fact if there was none. */
    Instant last() {
        return last;
    }

    List<LearnerAction> actions() {
        return actions;
    }

    void initialized(PlayerState player) {
        actions.add(new Initialized(context(), playback, stamp(), player));
    }

    void played(long time, Played.Start start) {
        actions.add(new Played(context(), playback, stamp(), seconds(time), start));
    }

    void paused(long time, Watched watched, boolean ending) {
        actions.add(new Paused(context(), playback, stamp(), seconds(time), watched, ending));
    }

    void seeked(long from, long to, Watched watched) {
        actions.add(new Seeked(context(), playback, stamp(), seconds(from), seconds(to), watched));
    }

    void rateChanged(long time, BigDecimal from, BigDecimal to, PlayerState player) {
        actions.add(new PlaybackRateChanged(context(), playback, stamp(), seconds(time), from, to, player));
    }

    void interacted(long time, PlayerState changed, PlayerState player, PlayerState before) {
        actions.add(new Interacted(context(), playback, stamp(), seconds(time), changed, player, before));
    }

    void progressed(long time, int percent, boolean finished, Watched watched) {
        actions.add(new Progressed(context(), playback, stamp(), seconds(time), percent, finished, watched));
    }

    void completed(long time, long timeSpent, Watched watched) {
        actions.add(new Completed(context(), playback, stamp(), seconds(time), Duration.ofMillis(timeSpent), watched));
    }

    void terminated(long time, Watched watched, boolean ending) {
        actions.add(new Terminated(context(), playback, stamp(), seconds(time), watched, ending));
    }

    private ActionContext context() {
        return circumstances.context();
    }

    private Instant stamp() {
        last = next;
        next = next.plus(TICK);
        return last;
    }
}
