package org.lectern.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.Together;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.viewer.Crowd;
import org.lectern.bench.viewer.Pace;

/**
 * Delivery of what was accepted a moment ago: the stores hold back their answers while a queue builds up that fits the gateway's
 * memory, one request of each institution on its way, and then answer at once. {@link BareClient} goes through the same: its first
 * request of each institution, which has the same body, is held back until the stores open. Both are measured from the opening to
 * the last arrival, alternately. For one thread.
 */
final class HandedOver {

    private static final int CYCLES = 4;
    private static final int WARM_UPS = 3;
    private static final int MOST_SECONDS = 30;
    /** The gateway takes an answer after 3 s for a slow one, and forgets after 5 s what it holds in memory. */
    private static final long MOST_HELD_MILLIS = 2_500;

    private static final String READ_BACK =
            "select coalesce(sum(seq_tup_read + idx_tup_fetch), 0) from pg_stat_user_tables where relname = 'outbox'";

    private final Scene scene;
    private final Crowd crowd;
    private final int requests;
    private final int facts;

    /**
     * @param requests requests of facts that each viewer sends for one queue
     * @param facts facts in each
     */
    HandedOver(Scene scene, Crowd crowd, int requests, int facts) {
        this.scene = scene;
        this.crowd = crowd;
        this.requests = requests;
        this.facts = facts;
    }

    /**
     * @param ids whether the stores answer 200 with ids, or 204
     * @return median of the runs' ratios
     */
    double compare(Report report, int repeat, boolean ids) throws IOException {
        for (int warm = 0; warm < WARM_UPS; warm++) {
            deliver(new Opening(false, ids));
        }
        Opening sample = new Opening(true, ids);
        deliver(sample);
        for (int warm = 0; warm < WARM_UPS; warm++) {
            bare(sample, ids);
        }
        List<Double> ratios = new ArrayList<>();
        for (int run = 1; run <= repeat; run++) {
            List<Pace> delivered = new ArrayList<>();
            List<Pace> bare = new ArrayList<>();
            long readBack = readBack();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                delivered.add(deliver(new Opening(false, ids)));
                bare.add(bare(sample, ids));
            }
            Pace through = sum(delivered);
            Pace limit = sum(bare);
            ratios.add(through.perSecond() / limit.perSecond());
            report.line(
                    "in memory, " + (ids ? "200 with ids" : "204") + ", run " + run,
                    "%,.0f statements/s, bare %,.0f; %.0f statements and %,.0f KiB a request; %,d of %,d read back   ratio %.3f",
                    through.perSecond(),
                    limit.perSecond(),
                    sample.pace().count() / (double) requestsAfter(sample),
                    bytesAfter(sample) / 1024.0 / requestsAfter(sample),
                    readBack() - readBack,
                    through.count(),
                    ratios.get(run - 1));
        }
        return Numbers.median(ratios);
    }

    private Pace deliver(Opening opening) throws IOException {
        scene.drained(MOST_SECONDS);
        Calm.await();
        scene.names().forEach(name -> scene.lrs().mood(name, opening.mood()));
        long begin = System.nanoTime();
        Pace sent = crowd.send(requests, facts);
        Calm.await(MOST_HELD_MILLIS - (System.nanoTime() - begin) / 1_000_000);
        opening.open();
        arrived(opening, sent.count());
        return opening.pace();
    }

    private Pace bare(Opening sample, boolean ids) throws IOException {
        Opening opening = new Opening(false, ids);
        scene.names().forEach(name -> scene.lrs().mood(name, opening.mood()));
        Calm.await();
        Callable<Boolean> posting = () -> {
            BareClient.post(sample.bodies(), scene.lrs()::endpoint);
            return true;
        };
        Callable<Boolean> opens = () -> {
            while (opening.requestsBefore() < sample.requestsBefore()) {
                GatewayProcess.pause(2);
            }
            Calm.await(MOST_HELD_MILLIS);
            opening.open();
            return true;
        };
        Together.run(List.of(posting, opens));
        return opening.pace();
    }

    private static void arrived(Opening opening, long expected) {
        long begin = System.nanoTime();
        while (opening.statements() < expected) {
            if (System.nanoTime() - begin > MOST_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("only " + opening.statements() + " of " + expected
                        + " statements within " + MOST_SECONDS + " s");
            }
            GatewayProcess.pause(2);
        }
    }

    /** Rows of the outbox that were read in this database so far. Its sessions tell within a second. */
    private long readBack() {
        GatewayProcess.pause(1_500);
        return scene.gateway().database().number(READ_BACK);
    }

    private static Pace sum(List<Pace> paces) {
        return new Pace(
                paces.stream().mapToLong(Pace::count).sum(),
                paces.stream().mapToDouble(Pace::seconds).sum());
    }

    private static long requestsAfter(Opening sample) {
        return sample.bodies().values().stream().mapToInt(List::size).sum() - sample.requestsBefore();
    }

    private static long bytesAfter(Opening sample) {
        return sample.bodies().values().stream()
                .flatMap(bodies -> bodies.stream().skip(1))
                .mapToLong(body -> body.length)
                .sum();
    }
}
