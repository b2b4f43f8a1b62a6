package org.lectern.gateway.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.grade.ScoreRule.Reached;

class ScoreRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.700Z");

    @Test
    void givesTheWatchedShareInPercent() {
        Standing first =
                next(Mode.SHARE, watching("0.333"), Optional.empty(), NOW).orElseThrow();
        assertThat(first)
                .isEqualTo(new Standing(33, false, Instant.parse("2026-11-22T10:00:00Z"), NOW, Standing.State.WAITING));
    }

    @Test
    void saysNothingWhileNothingWasWatched() {
        assertThat(next(Mode.SHARE, pausing("0"), Optional.empty(), NOW)).isEmpty();
        assertThat(next(Mode.SHARE, pausing("0.004"), Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void isSparingWhileWatchingAndPromptAtAPause() {
        Optional<Standing> last = next(Mode.SHARE, watching("0.1"), Optional.empty(), NOW);
        assertThat(next(Mode.SHARE, watching("0.2"), last, NOW.plusSeconds(29))).isEmpty();
        assertThat(next(Mode.SHARE, watching("0.2"), last, NOW.plusSeconds(30))).isPresent();
        assertThat(next(Mode.SHARE, pausing("0.2"), last, NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void saysEachGradeOnce() {
        Optional<Standing> last = next(Mode.SHARE, pausing("0.5"), Optional.empty(), NOW);
        assertThat(next(Mode.SHARE, pausing("0.5"), last, NOW.plusSeconds(60))).isEmpty();
        assertThat(next(Mode.SHARE, pausing("0.4"), last, NOW.plusSeconds(60)))
                .as("never lower")
                .isEmpty();
    }

    @Test
    void keepsStampsInStep() {
        Optional<Standing> first = next(Mode.SHARE, pausing("0.1"), Optional.empty(), NOW);
        Optional<Standing> second = next(Mode.SHARE, pausing("0.2"), first, NOW.plusMillis(100));
        Optional<Standing> third = next(Mode.SHARE, pausing("0.3"), second, NOW.minusSeconds(5));
        assertThat(second.orElseThrow().stamp()).isEqualTo(Instant.parse("2026-11-22T10:00:01Z"));
        assertThat(third.orElseThrow().stamp())
                .as("also when the clock was set back")
                .isEqualTo(Instant.parse("2026-11-22T10:00:02Z"));
    }

    @Test
    void givesEverythingOnceForCompletion() {
        assertThat(next(Mode.COMPLETION, pausing("0.9"), Optional.empty(), NOW)).isEmpty();
        Standing done =
                next(Mode.COMPLETION, completed("0.96"), Optional.empty(), NOW).orElseThrow();
        assertThat(done.given()).isEqualTo(100);
        assertThat(done.finished()).isTrue();
        assertThat(next(Mode.COMPLETION, completed("1"), Optional.of(done), NOW.plusSeconds(99)))
                .isEmpty();
    }

    @Test
    void tellsCompletionAtOnceAndGoesOnGivingTheShare() {
        Optional<Standing> last = next(Mode.SHARE, watching("0.94"), Optional.empty(), NOW);
        Optional<Standing> done = next(Mode.SHARE, completed("0.95"), last, NOW.plusSeconds(1));
        assertThat(done.orElseThrow())
                .extracting(Standing::given, Standing::finished)
                .containsExactly(95, true);
        assertThat(next(Mode.SHARE, pausing("1"), done, NOW.plusSeconds(2)).orElseThrow())
                .extracting(Standing::given, Standing::finished)
                .containsExactly(100, true);
    }

    @Test
    void sendsNothingToSomebodyWhoGetsNoGrades() {
        Standing declined = new Standing(10, false, NOW, NOW, Standing.State.DECLINED);
        assertThat(next(Mode.SHARE, completed("1"), Optional.of(declined), NOW.plusSeconds(99)))
                .isEmpty();
        assertThat(next(Mode.NONE, completed("1"), Optional.empty(), NOW)).isEmpty();
    }

    @Property(tries = 300)
    void neverLowersNeverUnfinishesAndSendsTheLastValue(@ForAll long seed) {
        Random random = new Random(seed);
        Mode mode = random.nextBoolean() ? Mode.SHARE : Mode.COMPLETION;
        List<Standing> sent = new ArrayList<>();
        BigDecimal best = BigDecimal.ZERO;
        boolean completed = false;
        Instant now = NOW;
        for (int i = 0; i < 60; i++) {
            best = best.max(BigDecimal.valueOf(random.nextInt(1001), 3).min(best.add(new BigDecimal("0.05"))));
            completed |= best.compareTo(new BigDecimal("0.95")) >= 0;
            now = now.plusMillis(random.nextInt(20_000));
            next(mode, new Reached(best, completed, random.nextInt(4) == 0), last(sent), now)
                    .ifPresent(sent::add);
        }
        next(mode, new Reached(best, completed, true), last(sent), now).ifPresent(sent::add);

        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i).given())
                    .isGreaterThanOrEqualTo(sent.get(i - 1).given());
            assertThat(sent.get(i).stamp()).isAfter(sent.get(i - 1).stamp());
            assertThat(sent.get(i).finished() || !sent.get(i - 1).finished()).isTrue();
        }
        int due = mode == Mode.COMPLETION
                ? completed ? 100 : 0
                : best.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
        assertThat(last(sent).map(Standing::given).orElse(0)).isEqualTo(due);
        assertThat(last(sent).map(Standing::finished).orElse(false)).isEqualTo(completed);
    }

    private static Optional<Standing> last(List<Standing> sent) {
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
    }

    private static Optional<Standing> next(Mode mode, Reached reached, Optional<Standing> last, Instant now) {
        return ScoreRule.next(mode, reached, last, now);
    }

    private static Reached watching(String share) {
        return new Reached(new BigDecimal(share), false, false);
    }

    private static Reached pausing(String share) {
        return new Reached(new BigDecimal(share), false, true);
    }

    private static Reached completed(String share) {
        return new Reached(new BigDecimal(share), true, false);
    }
}
