package org.lectern.bench.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.lrs.Moods;
import org.lectern.bench.lrs.Shelf;
import org.lectern.bench.lrs.StandInLrs;
import org.lectern.bench.platform.StandInPlatform;

/**
 * Rounds of killing: viewers of several institutions report without pause, record stores misbehave at random, the gateway is
 * killed at a random moment, in every third round while it starts, and started again. In the end the stores behave, the
 * outbox runs empty, and everything is compared. For one thread.
 */
public final class KillLoop {

    private static final int VIEWERS_PER_INSTITUTION = 4;
    private static final double BAD_SHARE = 0.35;
    private static final int LONGEST_LIFE_MILLIS = 6_000;
    private static final int LONGEST_START_MILLIS = 12_000;
    private static final Duration DRAIN = Duration.ofMinutes(6);

    private final int rounds;
    private final Random random;
    private final List<String> names = List.of("north", "south", "west");
    private final StandInLrs lrs = new StandInLrs();
    private final Ledger ledger = new Ledger();

    public KillLoop(int rounds, long seed) {
        this.rounds = rounds;
        this.random = new Random(seed);
    }

    /** Runs all rounds and writes what came of it into the report. */
    public void run(Report report) throws IOException {
        report.title("kill loop: " + rounds + " rounds, " + names.size() + " institutions, "
                + names.size() * VIEWERS_PER_INSTITUTION + " viewers");
        lrs.open();
        names.forEach(name -> lrs.mood(name, Moods.whimsical(BAD_SHARE)));
        try (StandInPlatform platform = StandInPlatform.open();
                GatewayProcess gateway = GatewayProcess.of(
                        "kill-loop",
                        names.stream()
                                .map(name -> new Institution(name, platform.issuer(name), lrs.endpoint(name)))
                                .toList())) {
            gateway.start();
            ledger.up(true);
            List<Reporter> reporters = reporters(platform, gateway);
            List<Thread> threads = reporters.stream().map(Thread::new).toList();
            threads.forEach(Thread::start);
            for (int round = 1; round <= rounds; round++) {
                round(round, gateway, report);
            }
            reporters.forEach(Reporter::stop);
            for (Thread thread : threads) {
                join(thread);
            }
            names.forEach(name -> lrs.mood(name, Moods.refusesTheKnown()));
            report.line("emptied the outbox after", "%.1f s", drain(gateway));
        } finally {
            lrs.close();
        }
        judge(report);
    }

    private List<Reporter> reporters(StandInPlatform platform, GatewayProcess gateway) {
        List<Reporter> reporters = new ArrayList<>();
        for (String name : names) {
            IntStream.range(0, VIEWERS_PER_INSTITUTION)
                    .forEach(
                            i -> reporters.add(new Reporter(name, reporters.size(), platform, gateway.port(), ledger)));
        }
        return reporters;
    }

    private void round(int round, GatewayProcess gateway, Report report) {
        int life = 300 + random.nextInt(LONGEST_LIFE_MILLIS);
        GatewayProcess.pause(life);
        ledger.up(false);
        gateway.kill9();
        String told = "after " + life + " ms";
        if (round % 3 == 0) {
            int start = random.nextInt(LONGEST_START_MILLIS);
            gateway.launch();
            GatewayProcess.pause(start);
            gateway.kill9();
            told += ", again " + start + " ms into its start";
        }
        long begin = System.nanoTime();
        gateway.start();
        ledger.up(true);
        report.line(
                "round " + round + ": killed " + told,
                "ready again in %.1f s; %d facts accepted so far",
                (System.nanoTime() - begin) / 1e9,
                ledger.acceptedFacts());
    }

    private static double drain(GatewayProcess gateway) {
        long begin = System.nanoTime();
        while (gateway.database().waiting() > 0 && System.nanoTime() - begin < DRAIN.toNanos()) {
            GatewayProcess.pause(200);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void judge(Report report) {
        Map<String, Shelf> shelves = names.stream().collect(Collectors.toMap(name -> name, lrs::shelf));
        Reckoning reckoning = Reckoning.of(ledger.lines(), shelves);
        long received = shelves.values().stream().mapToLong(Shelf::received).sum();
        report.line(
                "accepted facts",
                "%d of %d playbacks",
                ledger.acceptedFacts(),
                ledger.lines().size());
        report.line("requests without an answer, sent again", "%d", ledger.repeats());
        report.line("statements sent to the stores, repeats included", "%d", received);
        report.line("stored statements about playbacks", "%d", reckoning.statements());
        report.must(
                "stored statements about launches",
                reckoning.others() >= ledger.launches(),
                reckoning.others() + " for " + ledger.launches() + " launches that opened a page");
        report.line("answers while the gateway started", "%s", ledger.whileDown());
        report.must(
                "answers that no ready gateway may give", ledger.faults().isEmpty(), String.valueOf(ledger.faults()));
        report.must(
                "missing, doubled, changed, reordered or invented",
                reckoning.wrong().isEmpty(),
                reckoning.wrong().size() + " "
                        + reckoning.wrong().stream().limit(20).toList());
    }
}
