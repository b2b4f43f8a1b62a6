package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lectern.config.lrs.Dialect;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.ReadBack;

class DeliveryPolicyTest {

    private static final Duration QUICK = Duration.ofMillis(100);

    private final DeliveryPolicy policy = new DeliveryPolicy(() -> 0.5);

    private static Attempt attempt(long from, int count, Duration took) {
        return new Attempt(from, from + count - 1, count, count * 1000, true, took);
    }

    private Verdict after(int count, DeliveryOutcome outcome, Trouble trouble) {
        return policy.after(attempt(1, count, QUICK), outcome, Learned.nothing(), trouble, Manner.of(Dialect.STANDARD));
    }

    @Property(tries = 200)
    void halvingFindsExactlyTheBadOnesAndDeliversTheRestInOrder(
            @ForAll @Size(max = 12) Set<@IntRange(min = 1, max = 700) Integer> bad, @ForAll boolean conflicts) {
        Learned learned = Learned.nothing();
        Trouble trouble = Trouble.none();
        List<Long> delivered = new ArrayList<>();
        Set<Integer> dead = new TreeSet<>();
        long settled = 0;
        int requests = 0;
        while (settled < 700) {
            int count =
                    (int) Math.min(700 - settled, policy.count(learned, trouble, settled, Manner.of(Dialect.STANDARD)));
            Attempt attempt = attempt(settled + 1, count, QUICK);
            boolean refuses = bad.stream().anyMatch(position -> position >= attempt.from() && position <= attempt.to());
            DeliveryOutcome outcome = !refuses
                    ? new DeliveryOutcome.Delivered()
                    : conflicts ? new DeliveryOutcome.Conflicting("no") : new DeliveryOutcome.Refused("no");
            Verdict verdict = policy.after(attempt, outcome, learned, trouble, Manner.of(Dialect.STANDARD));
            if (verdict.next() instanceof Next.AskBack) {
                verdict = policy.after(attempt, new ReadBack.Different(), "no", learned, trouble);
            }
            for (long position = settled + 1;
                    position <= verdict.settledTo() && verdict.death().isEmpty();
                    position++) {
                delivered.add(position);
            }
            if (verdict.death().isPresent()) {
                dead.add((int) verdict.settledTo());
            }
            settled = verdict.settledTo();
            learned = verdict.learned();
            trouble = verdict.trouble();
            assertThat(++requests).isLessThanOrEqualTo(30 + 20 * bad.size());
        }
        assertThat(dead).isEqualTo(new TreeSet<>(bad));
        assertThat(delivered).hasSize(700 - bad.size()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void batchesGrowWhileAnswersAreQuickAndShrinkWhenTheyAreSlow() {
        Learned learned = Learned.nothing();
        assertThat(learned.size()).isEqualTo(50);
        for (int expected : new int[] {100, 200, 400, 500, 500}) {
            learned = learned.taken(learned.size(), true, QUICK);
            assertThat(learned.size()).isEqualTo(expected);
        }
        assertThat(learned.taken(500, true, Duration.ofSeconds(2)).size()).isEqualTo(500);
        assertThat(learned.taken(500, true, Duration.ofSeconds(4)).size()).isEqualTo(250);
        assertThat(learned.taken(10, false, QUICK).size()).isEqualTo(500);
        assertThat(learned.notInTime(500).size()).isEqualTo(250);
    }

    @Test
    void afterAFailureTheNextAttemptIsOneStatement() {
        Verdict verdict = after(50, new DeliveryOutcome.Failed("HTTP 500", true), Trouble.none());
        assertThat(verdict.settledTo()).isZero();
        assertThat(verdict.next()).isInstanceOf(Next.BackOff.class);
        assertThat(policy.count(verdict.learned(), verdict.trouble(), 0, Manner.of(Dialect.STANDARD)))
                .isEqualTo(1);
    }

    @Test
    void waitsAnythingUpToABoundThatDoublesToFiveMinutes() {
        DeliveryPolicy longest = new DeliveryPolicy(() -> 0.999999);
        assertThat(longest.wait(1)).isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
        assertThat(longest.wait(2)).isBetween(Duration.ofMillis(1999), Duration.ofSeconds(2));
        assertThat(longest.wait(9)).isBetween(Duration.ofSeconds(255), Duration.ofSeconds(256));
        assertThat(longest.wait(1000)).isBetween(Duration.ofSeconds(299), Duration.ofMinutes(5));
        assertThat(new DeliveryPolicy(() -> 0).wait(1000)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void credentialsAndAddressesThatAreWrongPauseTheLaneAndSettleNothing() {
        Verdict verdict = after(50, new DeliveryOutcome.Barred("HTTP 401"), Trouble.none());
        assertThat(verdict.next()).isEqualTo(new Next.Pause("HTTP 401"));
        assertThat(verdict.settledTo()).isZero();
        assertThat(verdict.death()).isEmpty();
    }

    @Test
    void oddAnswersBackOffAndPauseAtTheThird() {
        Trouble trouble = Trouble.none();
        for (int i = 1; i <= 3; i++) {
            Verdict verdict = after(1, new DeliveryOutcome.Odd("HTTP 302"), trouble);
            assertThat(verdict.next()).isInstanceOf(i < 3 ? Next.BackOff.class : Next.Pause.class);
            assertThat(verdict.settledTo()).isZero();
            trouble = verdict.trouble();
        }
    }

    @Test
    void waitsAsLongAsTheLrsSaysAndSlowsDown() {
        Verdict verdict = after(50, new DeliveryOutcome.Busy(Optional.of(Duration.ofSeconds(77))), Trouble.none());
        assertThat(((Next.BackOff) verdict.next()).time()).isEqualTo(Duration.ofSeconds(77));
        Learned slower = verdict.learned();
        assertThat(slower.paceMs()).isEqualTo(100);
        Verdict well = policy.after(
                attempt(1, 1, QUICK),
                new DeliveryOutcome.Delivered(),
                slower,
                verdict.trouble(),
                Manner.of(Dialect.STANDARD));
        assertThat(well.next()).isEqualTo(new Next.Rest(Duration.ofMillis(87)));
        Learned learned = well.learned();
        for (int i = 0; i < 20; i++) {
            learned = learned.taken(1, false, QUICK);
        }
        assertThat(learned.paceMs()).isZero();
    }

    @Test
    void tooLargeHalvesTheBytesAndGivesUpOnASingleOne() {
        Verdict batch = after(50, new DeliveryOutcome.TooLarge("HTTP 413"), Trouble.none());
        assertThat(batch.learned().maxBytes()).isEqualTo(25_000);
        assertThat(batch.death()).isEmpty();
        Verdict single = after(1, new DeliveryOutcome.TooLarge("HTTP 413"), Trouble.none());
        assertThat(single.death()).contains(new Verdict.Death("too-large", "HTTP 413"));
        assertThat(single.learned().maxBytes()).isEqualTo(Learned.MOST_BYTES);
    }

    @Test
    void aConflictIsJudgedByWhatTheLrsHolds() {
        Attempt one = attempt(7, 1, QUICK);
        Learned learned = Learned.nothing();
        Verdict same = policy.after(one, new ReadBack.Same(), "HTTP 409", learned, Trouble.none());
        assertThat(same.settledTo()).isEqualTo(7);
        assertThat(same.delivered()).isEqualTo(1);
        Verdict other = policy.after(one, new ReadBack.Different(), "HTTP 409", learned, Trouble.none());
        assertThat(other.death()).contains(new Verdict.Death("conflict", "HTTP 409"));
        Trouble trouble = Trouble.none();
        for (int i = 1; i < DeliveryPolicy.LOOK_UPS; i++) {
            Verdict absent = policy.after(one, new ReadBack.Absent(), "HTTP 409", learned, trouble);
            assertThat(absent.settledTo()).isEqualTo(6);
            assertThat(absent.next()).isInstanceOf(Next.BackOff.class);
            trouble = absent.trouble();
        }
        assertThat(policy.after(one, new ReadBack.Absent(), "HTTP 409", learned, trouble)
                        .death())
                .isPresent();
    }

    @Test
    void aBatchThatKeepsFailingWhileProbesPassIsSearched() {
        Trouble trouble = Trouble.none();
        for (long from = 1; from <= 3; from++) {
            Verdict failed = policy.after(
                    attempt(from, 50, QUICK),
                    new DeliveryOutcome.Failed("HTTP 500", true),
                    Learned.nothing(),
                    trouble,
                    Manner.of(Dialect.STANDARD));
            trouble = failed.trouble().taken(from);
        }
        assertThat(policy.count(Learned.nothing(), trouble, 3, Manner.of(Dialect.STANDARD)))
                .isEqualTo(23);
    }

    @Test
    void anLrsThatRefusesEverythingIsPausedInsteadOfEmptied() {
        Trouble trouble = Trouble.none();
        int dead = 0;
        Verdict verdict = after(1, new DeliveryOutcome.Refused("no"), trouble);
        while (verdict.death().isPresent()) {
            dead++;
            verdict = after(1, new DeliveryOutcome.Refused("no"), verdict.trouble());
        }
        assertThat(dead).isEqualTo(50);
        assertThat(verdict.next()).isInstanceOf(Next.Pause.class);
    }

    @Test
    void openLrwGetsOneStatementAtATime() {
        assertThat(policy.count(Learned.nothing(), Trouble.none(), 0, Manner.of(Dialect.OPENLRW)))
                .isEqualTo(1);
    }
}
