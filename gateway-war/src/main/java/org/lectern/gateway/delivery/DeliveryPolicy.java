package org.lectern.gateway.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.lectern.gateway.delivery.Verdict.Death;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.ReadBack;

/**
 * Decides what follows from a destination's answers: the settling table of design §6. A lane is a log, so work is always done on its
 * first statements: a batch that was refused is halved until the culprit stands alone. Pure but for the chance it is given.
 */
final class DeliveryPolicy {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    static final int ODD_ANSWERS = 3;
    static final int LOOK_UPS = 10;
    static final int STUCK = 5;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final DoubleSupplier chance;

    /** @param chance numbers from 0 to below 1 */
    DeliveryPolicy(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** How many statements the next batch may have. */
    int count(Learned learned, Trouble trouble, long settled, Manner manner) {
        if (trouble.failures() > 0 || manner.alone()) {
            return 1;
        }
        int most = Math.max(1, Math.min(learned.size(), learned.maxCount()));
        if (trouble.strikes() >= Trouble.CERTAIN && trouble.suspectTo() > settled) {
            return (int) Math.max(1, Math.min(most, (trouble.suspectTo() - settled) / 2));
        }
        return most;
    }

    /**
     * Whether the lane's first statement has failed so often, although the LRS was reached, that another one should be tried to
     * tell a sick LRS from a statement it stumbles over.
     */
    boolean sidesteps(Trouble trouble, Manner manner) {
        return manner.othersTell() && trouble.stuck() > 0 && trouble.stuck() % STUCK == 0;
    }

    /** What follows from an answer. */
    Verdict after(Attempt attempt, DeliveryOutcome outcome, Learned learned, Trouble trouble, Manner manner) {
        if (outcome instanceof DeliveryOutcome.Delivered) {
            return delivered(attempt, learned, trouble);
        } else if (outcome instanceof DeliveryOutcome.Refused refused) {
            return refused(attempt, refused.words(), learned, trouble, manner);
        } else if (outcome instanceof DeliveryOutcome.Conflicting conflicting) {
            return attempt.alone()
                    ? stay(attempt, learned, trouble, new Next.AskBack(conflicting.words()))
                    : stay(attempt, learned, trouble.searching(attempt.to()), new Next.GoOn());
        } else if (outcome instanceof DeliveryOutcome.TooLarge tooLarge) {
            return attempt.alone()
                    ? dead(attempt, new Death("too-large", tooLarge.words()), learned, trouble.removed(0))
                    : stay(attempt, learned.tooLarge(attempt.bytes()), trouble, new Next.GoOn());
        } else if (outcome instanceof DeliveryOutcome.Oversized oversized) {
            return oversized(attempt, oversized.most(), learned, trouble);
        } else if (outcome instanceof DeliveryOutcome.Barred barred) {
            return stay(attempt, learned, trouble.failedAlone(false), new Next.Pause(barred.reason()));
        } else if (outcome instanceof DeliveryOutcome.Busy busy) {
            return busy(attempt, busy, learned, trouble);
        } else if (outcome instanceof DeliveryOutcome.Odd odd) {
            return odd(attempt, odd.what(), learned, trouble.odd());
        } else if (outcome instanceof DeliveryOutcome.Declined declined) {
            return declined(attempt, declined.why(), learned, trouble, manner);
        } else if (outcome instanceof DeliveryOutcome.Superseded) {
            return new Verdict(attempt.to(), 0, Optional.empty(), learned, trouble, new Next.GoOn());
        }
        return failed(attempt, (DeliveryOutcome.Failed) outcome, learned, trouble);
    }

    /** What follows from reading back a statement that stands alone and was answered with a conflict. */
    Verdict after(Attempt attempt, ReadBack found, String words, Learned learned, Trouble trouble) {
        if (found instanceof ReadBack.Same) {
            // A store that answers 409 to what it already has would refuse whole batches: grow again from single ones.
            return new Verdict(
                    attempt.to(), 1, Optional.empty(), learned.sized(1), trouble.removed(0), new Next.GoOn());
        } else if (found instanceof ReadBack.Different) {
            return dead(attempt, new Death("conflict", words), learned, trouble.removed(0));
        } else if (found instanceof ReadBack.Unreadable unreadable) {
            return unreadable(attempt, unreadable.why(), words, learned, trouble);
        }
        Trouble absent = trouble.absent();
        return absent.absences() >= LOOK_UPS
                ? dead(
                        attempt,
                        new Death("conflict", words + " (but it cannot be read back)"),
                        learned,
                        trouble.removed(0))
                : stay(
                        attempt,
                        learned,
                        absent,
                        backOff(absent, "HTTP 409, but the statement cannot be read back yet"));
    }

    /** The lane's first statement failed once more right after another one was taken: it is the culprit. */
    Verdict condemned(Attempt attempt, String what, Learned learned, Trouble trouble) {
        return dead(attempt, new Death("server-error", what), learned, trouble.removed(0));
    }

    private Verdict delivered(Attempt attempt, Learned learned, Trouble trouble) {
        Learned next = learned.taken(attempt.count(), attempt.full(), attempt.took());
        return new Verdict(
                attempt.to(),
                attempt.count(),
                Optional.empty(),
                next,
                trouble.taken(attempt.to()),
                next.paceMs() > 0 ? new Next.Rest(Duration.ofMillis(next.paceMs())) : new Next.GoOn());
    }

    private Verdict refused(Attempt attempt, String words, Learned learned, Trouble trouble, Manner manner) {
        if (!attempt.alone()) {
            return stay(attempt, learned, trouble.searching(attempt.to()), new Next.GoOn());
        }
        if (trouble.refusals() >= manner.refusals()) {
            return stay(
                    attempt,
                    learned,
                    trouble.refusedAll(),
                    new Next.Pause("the LRS refuses one statement after the other; check its settings: " + words));
        }
        return dead(attempt, new Death("refused", words), learned, trouble.removed(trouble.refusals() + 1));
    }

    /** From now on the manner says so; what is too long alone is so for good. */
    private static Verdict oversized(Attempt attempt, int most, Learned learned, Trouble trouble) {
        String words = "not sent: the endpoint takes " + most + " bytes of events at once";
        return attempt.alone()
                ? dead(attempt, new Death("too-large", words), learned, trouble.removed(0))
                : stay(attempt, learned, trouble, new Next.GoOn());
    }

    private Verdict declined(Attempt attempt, String why, Learned learned, Trouble trouble, Manner manner) {
        if (trouble.refusals() >= manner.refusals()) {
            return stay(
                    attempt,
                    learned,
                    trouble.refusedAll(),
                    new Next.Pause(
                            "the platform has no use for one score after the other; check its settings: " + why));
        }
        return new Verdict(
                attempt.to(), 0, Optional.empty(), learned, trouble.removed(trouble.refusals() + 1), new Next.GoOn());
    }

    private Verdict busy(Attempt attempt, DeliveryOutcome.Busy busy, Learned learned, Trouble trouble) {
        Trouble next = trouble.failedAlone(false);
        Duration time = busy.after().orElseGet(() -> wait(next.failures()));
        return stay(attempt, learned.tooOften(), next, new Next.BackOff(time, "the LRS asks for fewer requests"));
    }

    private Verdict odd(Attempt attempt, String what, Learned learned, Trouble trouble) {
        Next next = trouble.oddities() >= ODD_ANSWERS ? new Next.Pause(what) : backOff(trouble, what);
        return stay(attempt, learned, trouble, next);
    }

    private Verdict failed(Attempt attempt, DeliveryOutcome.Failed failed, Learned learned, Trouble trouble) {
        Trouble next = attempt.alone() || !failed.reached()
                ? trouble.failedAlone(failed.reached())
                : trouble.failed(attempt.from(), attempt.to());
        Learned less = failed.what().equals("timeout") ? learned.notInTime(attempt.count()) : learned;
        return stay(attempt, less, next, backOff(next, failed.what()));
    }

    private Verdict unreadable(Attempt attempt, DeliveryOutcome why, String words, Learned learned, Trouble trouble) {
        if (why instanceof DeliveryOutcome.Failed failed) {
            return failed(attempt, failed, learned, trouble);
        } else if (why instanceof DeliveryOutcome.Busy busy) {
            return busy(attempt, busy, learned, trouble);
        }
        String detail = words + " (it could not be compared: the LRS does not let us read it)";
        return dead(attempt, new Death("conflict", detail), learned, trouble.removed(0));
    }

    private static Verdict dead(Attempt attempt, Death death, Learned learned, Trouble trouble) {
        return new Verdict(attempt.to(), 0, Optional.of(death), learned, trouble, new Next.GoOn());
    }

    private static Verdict stay(Attempt attempt, Learned learned, Trouble trouble, Next next) {
        return new Verdict(attempt.from() - 1, 0, Optional.empty(), learned, trouble, next);
    }

    private Next backOff(Trouble trouble, String why) {
        return new Next.BackOff(wait(trouble.failures()), why);
    }

    /** Full jitter: anything up to a bound that doubles from 1 s to 5 min. */
    Duration wait(int failures) {
        long bound =
                Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(20, Math.max(0, failures - 1)));
        return Duration.ofMillis(Math.max(SHORTEST_WAIT.toMillis(), (long) (chance.getAsDouble() * bound)));
    }
}
