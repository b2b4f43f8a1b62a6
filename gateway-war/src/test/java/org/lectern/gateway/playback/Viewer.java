package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.PlayerState;
import org.lectern.config.tenant.ProgressPolicy;

/** Drives a {@link Playback} fact by fact and keeps what came of it. Positions in seconds, clock times on 2026-03-02. */
final class Viewer {

    final List<LearnerAction> actions = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    private final Circumstances circumstances;
    private Playback playback = Playback.untouched(Watching.LAUNCH);
    private Attempt attempt;
    private long seq;

    Viewer(Circumstances circumstances, Attempt attempt) {
        this.circumstances = circumstances;
        this.attempt = attempt;
    }

    static Viewer withMilestones() {
        return new Viewer(Watching.circumstances(new ProgressPolicy.Milestones()), Attempt.NEW);
    }

    Attempt attempt() {
        return attempt;
    }

    Viewer ready(String clock, String length) {
        return take(new Fact.Ready(++seq, at(clock), OptionalLong.of(ms(length)), PlayerState.SILENT));
    }

    Viewer live(String clock) {
        return take(new Fact.Ready(++seq, at(clock), OptionalLong.empty(), PlayerState.SILENT));
    }

    Viewer play(String clock, String time) {
        return take(new Fact.Play(++seq, at(clock), ms(time)));
    }

    Viewer pause(String clock, String time) {
        return take(new Fact.Pause(++seq, at(clock), ms(time)));
    }

    Viewer heartbeat(String clock, String time) {
        return take(new Fact.Heartbeat(++seq, at(clock), ms(time)));
    }

    Viewer seek(String clock, String from, String to) {
        return take(new Fact.Seek(++seq, at(clock), ms(from), ms(to)));
    }

    Viewer rate(String clock, String time, String from, String to) {
        return take(new Fact.Rate(++seq, at(clock), ms(time), new BigDecimal(from), new BigDecimal(to)));
    }

    Viewer control(String clock, String time, PlayerState changed) {
        return take(new Fact.Control(++seq, at(clock), ms(time), changed));
    }

    Viewer ended(String clock, String time) {
        return take(new Fact.Ended(++seq, at(clock), ms(time)));
    }

    Viewer leave(String clock, String time) {
        return take(new Fact.Leave(++seq, at(clock), ms(time)));
    }

    Viewer take(Fact fact) {
        keep(playback.apply(circumstances, attempt, fact, Instant.MAX.minusSeconds(10)));
        return this;
    }

    Viewer silence() {
        keep(playback.close(circumstances, attempt));
        return this;
    }

    /** What happened, one word each. */
    List<String> words() {
        return actions.stream().map(action -> action.getClass().getSimpleName()).toList();
    }

    <T extends LearnerAction> T last(Class<T> type) {
        return actions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void keep(Outcome outcome) {
        playback = outcome.playback();
        attempt = outcome.attempt();
        actions.addAll(outcome.actions());
        outcome.refused().ifPresent(refused::add);
    }

    static Instant at(String clock) {
        return Instant.parse("2026-03-02T" + clock + "Z");
    }

    static long ms(String seconds) {
        return new BigDecimal(seconds).movePointRight(3).longValueExact();
    }
}
