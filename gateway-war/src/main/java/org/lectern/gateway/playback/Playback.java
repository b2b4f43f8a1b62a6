package org.lectern.gateway.playback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lectern.adapter.action.PlayerState;

/**
 * One load of the player: the state machine of vocabulary §1.5 and §1.6. Immutable and pure; positions in milliseconds of media.
 *
 * <p>What pages get wrong is mended so that the actions stay true to each other. A second {@code play} without a pause counts as a
 * heartbeat when playing could have got there, else as a pause at the last known position before it. A position that jumps back by
 * more than a second without a seek is told as the seek that it was. A pause without a play says nothing. A seek whose
 * {@code from} lies before what was already watched starts at the last known position. Positions slightly past the end are
 * the end; far past the end are refused.
 *
 * @param phase where it is in its life
 * @param length of the media; empty for a live stream
 * @param player what the player last said about itself
 * @param opened where the open stretch began; while playing only
 * @param position last known position
 * @param last time of the last fact or action
 * @param counted time up to which playing was counted as time spent
 * @param unreported playing milliseconds since the last report of progress at an interval
 * @param story what was played in it until now
 */
record Playback(
        Phase phase,
        OptionalLong length,
        PlayerState player,
        long opened,
        long position,
        Instant last,
        Instant counted,
        long unreported,
        Story story) {

    /** A page may be a little ahead of this node's clock, since nodes differ; beyond that, facts come faster than they can happen. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    /** Where a playback is in its life. */
    enum Phase {
        NEW,
        PAUSED,
        PLAYING,
        CLOSED
    }

    /** What was played in a playback until now. */
    enum Story {
        UNPLAYED,
        BEGUN,
        /** The end was reached, and nothing played since. */
        ENDED,
        /** The end was reached once, and more was played since. */
        REPLAYED
    }

    /** A playback that nothing is known of, except that nothing in it happened before {@code notBefore}. */
    static Playback untouched(Instant notBefore) {
        Instant start = notBefore.truncatedTo(ChronoUnit.MILLIS);
        return new Playback(Phase.NEW, OptionalLong.empty(), PlayerState.SILENT, 0, 0, start, start, 0, Story.UNPLAYED);
    }

    boolean isPlaying() {
        return phase == Phase.PLAYING;
    }

    boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /**
     * Applies the next fact.
     *
     * @param now this node's clock; no action gets a time later than this by more than a second
     */
    Outcome apply(Circumstances circumstances, Attempt attempt, Fact fact, Instant now) {
        Optional<String> refused = senseless(fact);
        if (refused.isPresent()) {
            return Outcome.refusal(this, attempt, refused.get());
        }
        Outcome outcome = new Step(circumstances, this, attempt, fact.at()).take(fact);
        return outcome.playback().last().isAfter(now.plus(AHEAD))
                ? Outcome.refusal(this, attempt, "too_many_at_once")
                : outcome;
    }

    /** Closes a playback that fell silent: paused if it was playing, then terminated, right after the last fact. */
    Outcome close(Circumstances circumstances, Attempt attempt) {
        if (phase == Phase.NEW || phase == Phase.CLOSED) {
            return new Outcome(in(Phase.CLOSED), attempt, List.of(), Optional.empty(), false);
        }
        return new Step(circumstances, this, attempt, last).silence();
    }

    private Optional<String> senseless(Fact fact) {
        boolean ready = fact instanceof Fact.Ready;
        if (phase == Phase.CLOSED) {
            return Optional.of("closed");
        }
        if (ready && phase != Phase.NEW) {
            return Optional.of("already_ready");
        }
        if (!ready && phase == Phase.NEW) {
            return Optional.of("not_ready");
        }
        return length.isPresent() && fact.furthest() > beyond(length.getAsLong())
                ? Optional.of("position_beyond_end")
                : Optional.empty();
    }

    /** Players report positions a little past the end, and lengths that are a little short. */
    private static long beyond(long length) {
        return length + Math.max(10_000, length / 10);
    }

    Playback in(Phase next) {
        return new Playback(next, length, player, opened, position, last, counted, unreported, story);
    }

    Playback ready(OptionalLong newLength, PlayerState newPlayer) {
        return new Playback(Phase.PAUSED, newLength, newPlayer, 0, 0, last, counted, 0, Story.UNPLAYED);
    }

    Playback playing(long from, Instant since) {
        Story now = story == Story.UNPLAYED || story == Story.BEGUN ? Story.BEGUN : Story.REPLAYED;
        return new Playback(Phase.PLAYING, length, player, from, from, last, since, unreported, now);
    }

    Playback ended() {
        return new Playback(phase, length, player, opened, position, last, counted, unreported, Story.ENDED);
    }

    Playback opened(long from) {
        return new Playback(phase, length, player, from, position, last, counted, unreported, story);
    }

    Playback at(long newPosition) {
        return new Playback(phase, length, player, opened, newPosition, last, counted, unreported, story);
    }

    Playback stamped(Instant newLast) {
        return new Playback(phase, length, player, opened, position, newLast, counted, unreported, story);
    }

    Playback counted(Instant upTo, long newUnreported) {
        return new Playback(phase, length, player, opened, position, last, upTo, newUnreported, story);
    }

    Playback with(PlayerState changed) {
        return new Playback(phase, length, player.with(changed), opened, position, last, counted, unreported, story);
    }
}
