package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Watched;
import org.lectern.config.tenant.ProgressPolicy;

/** One fact, or the silence after the last one, applied to a {@link Playback}. For one use and one thread. */
final class Step {

    /** How far back a position may jitter without being a seek, and how near the end "ended" must be. */
    private static final long NEAR = 1_000;

    private static final int QUARTERS = 4;
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final Circumstances circumstances;
    private final Instant moment;
    private final Told told;
    private final Duration sinceLast;
    private Playback playback;
    private Attempt attempt;
    private boolean implausible;

    Step(Circumstances circumstances, Playback playback, Attempt attempt, Instant at) {
        Instant earliest = playback.last().plusMillis(1);
        Instant wanted = at.truncatedTo(ChronoUnit.MILLIS);
        this.circumstances = circumstances;
        this.moment = wanted.isBefore(earliest) ? earliest : wanted;
        this.sinceLast = Duration.between(playback.last(), moment);
        this.playback = playback;
        this.attempt = attempt;
        this.told = new Told(circumstances, playback, moment);
    }

    Outcome take(Fact fact) {
        if (fact instanceof Fact.Ready ready) {
            return ready(ready);
        }
        count(moment);
        if (fact instanceof Fact.Seek seek) {
            seek(cap(seek.from()), cap(seek.to()));
        } else if (fact instanceof Fact.Positioned positioned) {
            take(positioned, cap(positioned.time()));
        }
        return outcome();
    }

    private void take(Fact.Positioned fact, long time) {
        if (fact instanceof Fact.Play) {
            play(time);
        } else if (fact instanceof Fact.Pause) {
            watchTo(time);
            stop();
        } else if (fact instanceof Fact.Heartbeat) {
            watchTo(time);
            report();
        } else if (fact instanceof Fact.Rate rate) {
            moveTo(time);
            rate(rate);
        } else if (fact instanceof Fact.Control control) {
            moveTo(time);
            PlayerState before = playback.player();
            playback = playback.with(control.changed());
            told.interacted(playback.position(), control.changed(), playback.player(), before);
        } else if (fact instanceof Fact.Ended) {
            end(time);
        } else if (fact instanceof Fact.Leave) {
            moveTo(time);
            leave();
        }
    }

    Outcome silence() {
        leave();
        return outcome();
    }

    private Outcome ready(Fact.Ready fact) {
        playback = playback.ready(length(fact), fact.player());
        Told first = new Told(circumstances, playback, moment);
        first.initialized(fact.player());
        return new Outcome(playback.stamped(first.last()), attempt, first.actions(), Optional.empty(), false);
    }

    /** Some players give the part of a live stream that can be seen again as its length, and it grows: it is none. */
    private OptionalLong length(Fact.Ready fact) {
        if (circumstances.entry().live() || fact.length().isPresent()) {
            return circumstances.entry().live() ? OptionalLong.empty() : fact.length();
        }
        return circumstances
                .declaredLength()
                .map(declared -> declared.movePointRight(3).setScale(0, RoundingMode.HALF_UP))
                .filter(declared -> declared.signum() > 0)
                .map(declared -> OptionalLong.of(declared.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    private void play(long time) {
        if (playback.isPlaying() && time >= playback.position() - NEAR && !isFar(time)) {
            watchTo(time);
            report();
            return;
        }
        stop();
        Played.Start start = start(time);
        playback = playback.playing(time, told.next());
        told.played(time, start);
        if (circumstances.progress() instanceof ProgressPolicy.Milestones
                && playback.length().isPresent()
                && !attempt.reported(0)) {
            attempt = attempt.report(0);
            progressed(0, share(), false);
        }
    }

    private Played.Start start(long time) {
        if (playback.story() == Playback.Story.UNPLAYED) {
            return Played.Start.FIRST;
        }
        boolean again = playback.story() == Playback.Story.ENDED && time < NEAR;
        return again ? Played.Start.AGAIN : Played.Start.RESUMED;
    }

    private void seek(long from, long to) {
        if (!playback.isPlaying()) {
            playback = playback.at(to);
            if (from != to) {
                told.seeked(from, to, closed());
            }
            return;
        }
        watchForward(from < playback.position() - NEAR ? playback.position() : from);
        report();
        if (playback.position() != to) {
            jump(to);
        }
    }

    private void rate(Fact.Rate rate) {
        if (rate.from().compareTo(rate.to()) != 0) {
            playback = playback.with(speed(rate.to()));
            told.rateChanged(playback.position(), rate.from(), rate.to(), playback.player());
        }
    }

    private void end(long time) {
        long end = playback.length().orElse(time);
        long position = time >= end - NEAR ? end : time;
        if (playback.isPlaying()) {
            watchTo(position);
            stop(playback.story() == Playback.Story.BEGUN);
            playback = playback.ended();
        } else {
            playback = playback.at(position);
        }
    }

    private void leave() {
        stop();
        playback = playback.in(Playback.Phase.CLOSED);
        told.terminated(playback.position(), closed(), playback.story() == Playback.Story.BEGUN);
    }

    /** Playing: watched up to there. Else: is there now. */
    private void moveTo(long time) {
        if (playback.isPlaying()) {
            watchTo(time);
            report();
        } else {
            playback = playback.at(time);
        }
    }

    /** A jump backwards that no fact told of is a seek all the same. */
    private void watchTo(long time) {
        if (!playback.isPlaying()) {
            return;
        }
        if (time < playback.position() - NEAR) {
            jump(time);
        } else {
            watchForward(time);
        }
    }

    private void watchForward(long time) {
        implausible |= isFar(time);
        playback = playback.at(Math.max(time, playback.opened()));
    }

    private void jump(long to) {
        long from = playback.position();
        attempt = attempt.watched(playback.opened(), from);
        playback = playback.opened(to).at(to);
        told.seeked(from, to, closed());
    }

    private void stop() {
        stop(false);
    }

    private void stop(boolean ending) {
        if (!playback.isPlaying()) {
            return;
        }
        count(told.next());
        attempt = attempt.watched(playback.opened(), playback.position());
        playback = playback.in(Playback.Phase.PAUSED);
        told.paused(playback.position(), closed(), ending);
        report();
    }

    /** Whether more was watched since the last fact than the clock allows, by far. */
    private boolean isFar(long time) {
        double speed =
                Math.max(1, playback.player().speed().orElse(BigDecimal.ONE).doubleValue());
        return time - playback.position() > sinceLast.toMillis() * speed * 1.25 + 5_000;
    }

    private void count(Instant upTo) {
        if (playback.isPlaying()) {
            long playing = Duration.between(playback.counted(), upTo).toMillis();
            attempt = attempt.spent(playing);
            playback = playback.counted(upTo, playback.unreported() + playing);
        }
    }

    /** Progress and completion, as soon as they are reached. A live stream has neither. */
    private void report() {
        if (playback.length().isEmpty()) {
            return;
        }
        Share share = share();
        Duration length = Duration.ofMillis(playback.length().getAsLong());
        circumstances
                .progress()
                .every(length)
                .ifPresentOrElse(every -> interval(share, every.toMillis()), () -> milestones(share));
        if (!attempt.finished() && share.ends(circumstances.progress().end())) {
            progressed(share.percent(), share, true);
        }
        if (!attempt.completed() && share.reached(circumstances.threshold())) {
            attempt = attempt.complete();
            told.completed(playback.position(), attempt.timeSpent(), share.watched());
        }
    }

    private void interval(Share share, long every) {
        if (playback.unreported() >= every) {
            playback = playback.counted(playback.counted(), playback.unreported() % every);
            progressed(
                    share.percent(), share, share.ends(circumstances.progress().end()));
        }
    }

    /** A milestone finishes if the end lies at it or before; else the end itself is reported after it. */
    private void milestones(Share share) {
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            if (!attempt.reported(quarter) && share.reached(QUARTER.multiply(BigDecimal.valueOf(quarter)))) {
                attempt = attempt.report(quarter);
                int percent = 100 / QUARTERS * quarter;
                progressed(
                        percent,
                        share,
                        share.endsAt(percent, circumstances.progress().end()));
            }
        }
    }

    private void progressed(int percent, Share share, boolean ends) {
        boolean finished = ends && !attempt.finished();
        if (finished) {
            attempt = attempt.finish();
        }
        told.progressed(playback.position(), percent, finished, share.watched());
    }

    /** What was watched, the open stretch up to now included. */
    private Share share() {
        boolean open = playback.isPlaying() && playback.position() > playback.opened();
        Segments segments = open ? attempt.segments().and(playback.opened(), playback.position()) : attempt.segments();
        return Share.of(segments, playback.length());
    }

    private Watched closed() {
        return Share.of(attempt.segments(), playback.length()).watched();
    }

    private long cap(long position) {
        return Math.min(position, playback.length().orElse(Long.MAX_VALUE));
    }

    private static PlayerState speed(BigDecimal speed) {
        PlayerState none = PlayerState.SILENT;
        return new PlayerState(
                none.captions(),
                none.captionsLanguage(),
                Optional.of(speed),
                none.volume(),
                none.fullScreen(),
                none.screenSize(),
                none.playbackSize(),
                none.quality(),
                none.track(),
                none.frameRate(),
                none.userAgent());
    }

    private Outcome outcome() {
        return new Outcome(
                playback.stamped(told.last()),
                attempt.at(playback.position()),
                told.actions(),
                Optional.empty(),
                implausible);
    }
}
