package org.lectern.gateway.playback;

import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.LearnerAction;

/**
 * What a fact led to.
 *
 * @param playback the playback after it
 * @param attempt the attempt after it
 * @param actions what the learner did by it, in order
 * @param refused why it was not taken; then nothing else changed
 * @param implausible whether more was watched than the clock allows; taken all the same
 */
record Outcome(
        Playback playback,
        Attempt attempt,
        List<LearnerAction> actions,
        Optional<String> refused,
        boolean implausible) {

    Outcome {
        actions = List.copyOf(actions);
    }

    static Outcome refusal(Playback playback, Attempt attempt, String reason) {
        return new Outcome(playback, attempt, List.of(), Optional.of(reason), false);
    }
}
