package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Watched;

/**
 * Vocabulary §1.5 and §1.6, judged from the actions alone: rebuilds every stretch from the times told in played, paused and seeked,
 * and compares. Takes the actions of one attempt in the order in which they were told, playbacks interleaved.
 */
final class ActionRules {

    /** Each action beyond the first of one fact is a millisecond later than what it counts. */
    private static final Duration TICKS = Duration.ofMillis(60);

    private final Map<UUID, Run> runs = new HashMap<>();
    private final List<BigDecimal[]> stretches = new ArrayList<>();
    private final Set<Integer> milestones = new HashSet<>();
    private Duration spent = Duration.ZERO;
    private int completed;
    private int finished;

    private static final class Run {
        private Instant last = Instant.MIN;
        private BigDecimal opened;
        private Instant since;
        private boolean begun;
        private boolean ended;
        private boolean over;
    }

    static void hold(List<? extends LearnerAction> actions) {
        ActionRules rules = new ActionRules();
        actions.forEach(action -> rules.judge((PlaybackAction) action));
    }

    private void judge(PlaybackAction action) {
        UUID id = action.playback().session();
        assertThat(runs.containsKey(id))
                .as("initialized comes first and once")
                .isEqualTo(!(action instanceof Initialized));
        Run run = runs.computeIfAbsent(id, key -> new Run());
        assertThat(run.over).as("nothing after terminated").isFalse();
        assertThat(action.at()).as("times strictly increase").isAfter(run.last);
        assertThat(action.at().getNano() % 1_000_000).as("whole milliseconds").isZero();
        run.last = action.at();
        if (action instanceof Played played) {
            assertThat(run.opened).as("no two played without a paused between").isNull();
            run.opened = played.time();
            run.since = played.at();
            assertThat(played.start() == Played.Start.FIRST)
                    .as("the first one is the first")
                    .isEqualTo(!run.begun);
            run.begun = true;
        } else if (action instanceof Paused paused) {
            assertThat(run.opened).as("paused only what plays").isNotNull();
            close(run, paused.time());
            spent = spent.plus(Duration.between(run.since, paused.at()));
            run.opened = null;
            ends(run, paused.ending());
            closed(action, paused.watched());
        } else if (action instanceof Seeked seeked) {
            if (run.opened != null) {
                close(run, seeked.from());
                run.opened = seeked.to();
            }
            closed(action, seeked.watched());
        } else if (action instanceof Progressed progressed) {
            progressed(run, progressed);
        } else if (action instanceof Completed done) {
            completed(run, done);
        } else if (action instanceof Terminated terminated) {
            assertThat(run.opened).as("paused comes before terminated").isNull();
            closed(action, terminated.watched());
            ends(run, terminated.ending());
            assertThat(run.ended).as("what was begun ends").isEqualTo(run.begun);
            run.over = true;
        }
    }

    private static void ends(Run run, boolean ending) {
        assertThat(ending && run.ended).as("what was played ends once").isFalse();
        assertThat(ending && !run.begun).as("only what was begun ends").isFalse();
        run.ended |= ending;
    }

    private void progressed(Run run, Progressed action) {
        assertThat(milestones.add(action.percent())).as("a milestone once").isTrue();
        finished += action.finished() ? 1 : 0;
        assertThat(finished).isLessThanOrEqualTo(1);
        open(run, action, action.time(), action.watched());
        assertThat(share(open(run, action.time()), action).movePointRight(2).add(new BigDecimal("0.1")))
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(action.percent()));
    }

    private void completed(Run run, Completed action) {
        completed++;
        assertThat(completed).as("completed once per attempt").isEqualTo(1);
        open(run, action, action.time(), action.watched());
        assertThat(share(open(run, action.time()), action).add(new BigDecimal("0.001")))
                .isGreaterThanOrEqualTo(action.playback().completionThreshold());
        Duration playing = run.opened == null ? spent : spent.plus(Duration.between(run.since, action.at()));
        assertThat(action.timeSpent().minus(playing).abs())
                .as("time spent")
                .isLessThan(TICKS.plus(others(run, action)));
    }

    /** Other playbacks of the attempt that play right now have been counted up to their own last fact. */
    private Duration others(Run run, Completed action) {
        boolean alone = runs.values().stream().noneMatch(other -> other != run && other.opened != null);
        return alone ? Duration.ZERO : Duration.ofDays(1);
    }

    private void close(Run run, BigDecimal end) {
        assertThat(end).as("a stretch runs forward").isGreaterThanOrEqualTo(run.opened);
        stretches.add(new BigDecimal[] {run.opened, end});
    }

    private void closed(PlaybackAction action, Watched watched) {
        same(stretches, action, watched);
    }

    private void open(Run run, PlaybackAction action, BigDecimal time, Watched watched) {
        same(open(run, time), action, watched);
    }

    private List<BigDecimal[]> open(Run run, BigDecimal time) {
        List<BigDecimal[]> all = new ArrayList<>(stretches);
        if (run.opened != null && time.compareTo(run.opened) > 0) {
            all.add(new BigDecimal[] {run.opened, time});
        }
        return all;
    }

    private static void same(List<BigDecimal[]> expected, PlaybackAction action, Watched watched) {
        List<String> told = Arrays.stream(watched.playedSegments().split("\\[,]"))
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(told)
                .as(action.getClass().getSimpleName())
                .isEqualTo(expected.stream()
                        .map(stretch -> fixed(stretch[0]) + "[.]" + fixed(stretch[1]))
                        .toList());
        if (action.playback().length().isPresent()) {
            assertThat(watched.progress())
                    .isEqualByComparingTo(share(expected, action).setScale(3, RoundingMode.DOWN));
        }
    }

    private static String fixed(BigDecimal seconds) {
        return seconds.setScale(3, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static BigDecimal share(List<BigDecimal[]> all, PlaybackAction action) {
        List<BigDecimal[]> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(stretch -> stretch[0]));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (BigDecimal[] stretch : sorted) {
            BigDecimal from = stretch[0].max(reached);
            sum = sum.add(stretch[1].subtract(from).max(BigDecimal.ZERO));
            reached = reached.max(stretch[1]);
        }
        return sum.divide(action.playback().length().orElseThrow(), 9, RoundingMode.DOWN)
                .min(BigDecimal.ONE);
    }
}
