package org.lectern.gateway.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.gateway.lrs.ReadBack;
import org.lectern.gateway.lrs.StoredStatement;

/** One worker's time with one leased lane: batch after batch until nothing is left, something goes wrong, or others wait. */
final class Stint {

    private static final Logger LOG = System.getLogger(Stint.class.getName());
    private static final Duration FAIR_SHARE = Duration.ofSeconds(1);
    /** So long may what was delivered stay unwritten while all is well: after a crash it is sent again. */
    private static final Duration UNWRITTEN = Duration.ofMillis(100);

    private final Tools tools;
    private final Lane lane;
    private final Carrier to;
    private final String settings;
    private final ReadAhead entries;
    private final long begun;
    private long settled;
    private long written;
    private long writtenAt;
    private int unwritten;
    private Learned learned;
    private Trouble trouble;

    /** What stints share. */
    record Tools(
            Lanes lanes,
            Fresh fresh,
            DeliveryPolicy policy,
            LaneMemory memory,
            DeliveryMetrics metrics,
            LongSupplier nanos,
            java.util.concurrent.Executor readers) {}

    /** Whether somebody else should have the worker. */
    interface Surroundings {
        boolean othersWait();

        /** What was added to the lane until now is going to be seen. */
        void looksAgain();

        boolean stopping();

        void requestBegins();
    }

    Stint(Tools tools, Lane lane, Carrier to, String settings) {
        this.tools = tools;
        this.lane = lane;
        this.to = to;
        this.settings = settings;
        this.entries =
                new ReadAhead(tools.lanes(), tools.fresh(), lane.id(), lane.settled(), lane.head(), tools.readers());
        this.begun = tools.nanos().getAsLong();
        this.settled = lane.settled();
        this.written = lane.settled();
        this.writtenAt = begun;
        LaneMemory.Memories before = tools.memory().recall(lane, settings);
        this.learned = before.learned();
        this.trouble = before.trouble();
    }

    /**
     * Serves the lane and gives it back.
     *
     * @return what came last: go on if entries are left for another stint, nothing if none are
     */
    Optional<Next> serve(Surroundings around) {
        try {
            return batches(around);
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            // No request is on its way any more, so the lane may be taken at once.
            giveBack();
            throw e;
        }
    }

    private Optional<Next> batches(Surroundings around) {
        while (true) {
            int count = tools.policy().count(learned, trouble, settled, to.manner());
            Batch batch = entries.first(
                    count, Math.min(learned.maxBytes(), to.manner().bytes()));
            if (batch.isEmpty()) {
                giveBack();
                return Optional.empty();
            }
            entries.prepare(batch.count(), count);
            Verdict verdict = attempt(batch, count, around);
            boolean goesOn = verdict.next() instanceof Next.GoOn;
            entries.drop(verdict.settledTo());
            around.looksAgain();
            boolean more = goesOn && entries.hasMore();
            boolean turnOver =
                    around.stopping() || around.othersWait() && since(begun).compareTo(FAIR_SHARE) > 0;
            boolean last = !more || turnOver;
            boolean allowed = settle(verdict, last);
            if (last || !allowed) {
                if (!last) {
                    giveBack();
                }
                // What another node has added meanwhile is in the database only.
                more = goesOn && entries.hasMore();
                return more && allowed
                        ? Optional.of(new Next.GoOn())
                        : goesOn ? Optional.empty() : Optional.of(verdict.next());
            }
        }
    }

    private Verdict attempt(Batch batch, int count, Surroundings around) {
        around.requestBegins();
        if (batch.count() == 1 && tools.policy().sidesteps(trouble, to.manner())) {
            Optional<Verdict> condemned = sidestep(batch);
            if (condemned.isPresent()) {
                return condemned.get();
            }
        }
        long start = tools.nanos().getAsLong();
        DeliveryOutcome outcome = post(batch.statements());
        Attempt attempt = new Attempt(
                batch.from(),
                batch.to(),
                batch.count(),
                batch.bytes(),
                entries.hasMoreThan(batch.count()) || batch.count() >= count,
                since(start));
        Verdict verdict = tools.policy().after(attempt, outcome, learned, trouble, to.manner());
        if (verdict.next() instanceof Next.AskBack ask) {
            around.requestBegins();
            verdict = tools.policy().after(attempt, readBack(batch.statements().alone()), ask.why(), learned, trouble);
        }
        tools.memory().keep(lane, settings, verdict.learned(), verdict.trouble(), attempt.took());
        tools.metrics().attempted(lane.tenant(), lane.destination(), outcome.label(), verdict.delivered());
        return verdict;
    }

    /** Tries another learner's statement; if that is taken and the first one fails once more, the first is the culprit. */
    private Optional<Verdict> sidestep(Batch first) {
        Optional<StoredStatement> other = tools.lanes().other(lane.id(), first.from());
        if (other.isEmpty()
                || !(post(Joined.of(other.get())) instanceof DeliveryOutcome.Delivered)
                || !(post(first.statements()) instanceof DeliveryOutcome.Failed failed)
                || !failed.reached()) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(first.from(), first.to(), 1, first.bytes(), true, Duration.ZERO);
        Verdict condemned = tools.policy().condemned(attempt, failed.what(), learned, trouble);
        tools.memory().keep(lane, settings, condemned.learned(), condemned.trouble(), Duration.ZERO);
        return Optional.of(condemned);
    }

    private DeliveryOutcome post(Joined statements) {
        try (Parcel parcel = new Parcel(statements)) {
            return to.post(parcel);
        } catch (FaultToleranceException e) {
            return new DeliveryOutcome.Failed("timeout", false);
        } finally {
            // @Timeout interrupts; that was for the request, not for the next statement to the database.
            Thread.interrupted();
        }
    }

    private ReadBack readBack(StoredStatement statement) {
        try {
            return to.readBack(statement);
        } catch (FaultToleranceException e) {
            return new ReadBack.Unreadable(new DeliveryOutcome.Failed("timeout", true));
        } finally {
            Thread.interrupted();
        }
    }

    private boolean settle(Verdict verdict, boolean release) {
        boolean allowed = !release && mayWait(verdict) || write(verdict, release);
        if (written < verdict.settledTo()) {
            unwritten += verdict.delivered();
        }
        tell(verdict);
        settled = verdict.settledTo();
        learned = verdict.learned();
        trouble = verdict.trouble();
        return allowed;
    }

    // While an LRS just takes one batch after the other, writing it down each time would cost more than sending them.
    // What takes
    // single entries may know no repetitions: there a crash must repeat one at most.
    private boolean mayWait(Verdict verdict) {
        return !to.manner().alone()
                && verdict.next() instanceof Next.GoOn
                && verdict.delivered() > 0
                && trouble.equals(Trouble.none())
                && since(writtenAt).compareTo(UNWRITTEN) < 0;
    }

    private boolean write(Verdict verdict, boolean release) {
        Lanes.Settled now = tools.lanes().settle(lane, written, verdict.with(unwritten), settings, release);
        written = verdict.settledTo();
        writtenAt = tools.nanos().getAsLong();
        unwritten = 0;
        entries.upTo(now.head());
        return now.goesOn();
    }

    private void giveBack() {
        if (written == settled) {
            tools.lanes().release(lane);
        } else {
            write(new Verdict(settled, 0, Optional.empty(), learned, trouble, new Next.GoOn()), true);
        }
    }

    private void tell(Verdict verdict) {
        String whose = " tenant=" + lane.tenant() + " destination=" + lane.destination() + " lane=" + lane.id();
        verdict.death()
                .ifPresent(death -> LOG.log(
                        Level.WARNING,
                        "dead letter" + whose + " position=" + verdict.settledTo() + " reason=" + death.reason()));
        if (verdict.next() instanceof Next.Pause pause) {
            LOG.log(Level.WARNING, "paused" + whose + " reason=" + pause.why().split(":", 2)[0]);
        } else if (verdict.next() instanceof Next.BackOff backOff) {
            Level level = verdict.trouble().failures() == 1 ? Level.INFO : Level.DEBUG;
            LOG.log(level, "backing off" + whose + " for=" + backOff.time() + " reason=" + backOff.why());
        } else if (verdict.delivered() > 0 && trouble.failures() > 0) {
            LOG.log(Level.INFO, "recovered" + whose + " after=" + trouble.failures());
        } else {
            LOG.log(Level.DEBUG, () -> "delivered" + whose + " count=" + verdict.delivered());
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(tools.nanos().getAsLong() - start);
    }
}
