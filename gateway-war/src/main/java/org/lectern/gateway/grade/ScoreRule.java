package org.lectern.gateway.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a grade leaves, and which (decision 0020). Never lower than before, never unfinished after finished, seldom while somebody
 * watches, at once when they pause, complete or leave. Pure.
 */
final class ScoreRule {

    static final int MAXIMUM = 100;

    /** Between two grades of one learner and link while watching goes on. */
    static final Duration APART = Duration.ofSeconds(30);

    private ScoreRule() {}

    /**
     * How far a learner is.
     *
     * @param share watched at least once, 0 to 1
     * @param completed whether the institution's threshold was reached
     * @param pausing whether nothing more may come for a while
     */
    record Reached(BigDecimal share, boolean completed, boolean pausing) {}

    /** The grade that is to leave now, if any. */
    static Optional<Standing> next(Mode mode, Reached reached, Optional<Standing> last, Instant now) {
        if (mode == Mode.NONE || mode == Mode.COMPLETION && !reached.completed()) {
            return Optional.empty();
        }
        int percent = mode == Mode.COMPLETION ? MAXIMUM : percent(reached.share());
        int before = last.map(Standing::given).orElse(0);
        boolean finishedBefore = last.map(Standing::finished).orElse(false);
        int given = Math.max(percent, before);
        boolean finished = finishedBefore || reached.completed() || percent == MAXIMUM;
        boolean news = given > before || finished && !finishedBefore;
        boolean declined = last.filter(standing -> standing.state() == Standing.State.DECLINED)
                .isPresent();
        boolean due = reached.pausing()
                || finished && !finishedBefore
                || last.map(standing -> !now.isBefore(standing.decided().plus(APART)))
                        .orElse(true);
        return news && due && !declined
                ? Optional.of(new Standing(given, finished, stamp(last, now), now, Standing.State.WAITING))
                : Optional.empty();
    }

    private static int percent(BigDecimal share) {
        int percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
        return Math.max(0, Math.min(MAXIMUM, percent));
    }

    /** Platforms compare whole seconds and refuse what is not later. */
    private static Instant stamp(Optional<Standing> last, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return last.map(standing -> standing.stamp().plusSeconds(1))
                .filter(later -> later.isAfter(second))
                .orElse(second);
    }
}
