package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.util.List;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.Terminated;
import org.lectern.gateway.session.LearnerSession;

/**
 * How far a learner is with a video after facts were applied.
 *
 * @param session who watches, and from which link
 * @param media the video
 * @param share of it that was watched at least once in this attempt, 0 to 1
 * @param completed whether the institution's threshold was reached in this attempt
 * @param pausing whether nothing more may come for a while: it was paused, completed or ended just now
 */
public record Viewed(LearnerSession session, String media, BigDecimal share, boolean completed, boolean pausing) {

    static Viewed of(LearnerSession session, Applied applied) {
        Playback playback = applied.row().playback();
        Attempt attempt = applied.attempt().attempt();
        boolean open = playback.isPlaying() && playback.position() > playback.opened();
        Segments segments = open ? attempt.segments().and(playback.opened(), playback.position()) : attempt.segments();
        return new Viewed(
                session,
                applied.row().media(),
                Share.of(segments, playback.length()).progress(),
                attempt.completed(),
                ends(applied.actions()));
    }

    private static boolean ends(List<LearnerAction> actions) {
        return actions.stream()
                .anyMatch(action ->
                        action instanceof Paused || action instanceof Completed || action instanceof Terminated);
    }
}
