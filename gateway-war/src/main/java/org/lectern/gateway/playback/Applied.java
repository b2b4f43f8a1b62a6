package org.lectern.gateway.playback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lectern.adapter.action.LearnerAction;

/**
 * Facts that were due, applied one after the other.
 *
 * @param row the playback after them
 * @param attempt the attempt after them
 * @param actions what the learner did, in order
 * @param refused facts that were not taken
 * @param implausible number of facts that claim more watching than the clock allows
 */
record Applied(
        PlaybackRow row, AttemptRow attempt, List<LearnerAction> actions, List<Refusal> refused, int implausible) {

    static Applied of(Circumstances circumstances, PlaybackRow row, AttemptRow attempt, Ledger.Due due, Instant now) {
        Playback playback = row.playback();
        Attempt history = attempt.attempt();
        List<LearnerAction> actions = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        int implausible = 0;
        for (Fact fact : due.facts()) {
            if (fact instanceof Fact.Senseless) {
                continue; // refused when it arrived
            }
            Outcome outcome = playback.apply(circumstances, history, fact, now);
            outcome.refused().ifPresent(reason -> refused.add(Refusal.of(fact.seq(), reason)));
            playback = outcome.playback();
            history = outcome.attempt();
            actions.addAll(outcome.actions());
            implausible += outcome.implausible() ? 1 : 0;
        }
        return new Applied(row.with(due.after(), playback), attempt.with(history), actions, refused, implausible);
    }

    /** The same, and then the playback closed because nothing was heard for long. */
    Applied closed(Circumstances circumstances) {
        Outcome end = row.playback().close(circumstances, attempt.attempt());
        List<LearnerAction> all = new ArrayList<>(actions);
        all.addAll(end.actions());
        return new Applied(
                row.with(row.ledger(), end.playback()), attempt.with(end.attempt()), all, refused, implausible);
    }
}
