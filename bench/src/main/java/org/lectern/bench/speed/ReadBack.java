package org.lectern.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.viewer.Crowd;
import org.lectern.bench.viewer.Pace;

/**
 * Delivery of a backlog: the lanes are paused while a queue builds up that only the database holds, then all go at once. Against
 * {@link BareClient} posting the bodies of one such delivery, which is not measured itself: keeping them costs the store time. Both go
 * alternately, each after the machine has come to rest (compilers, the database's housekeeping) and each from its first arrival
 * to its last. A checkpoint of the database lies before the queue. For one thread.
 */
final class ReadBack {

    private static final int MOST_SECONDS = 120;
    private static final int WARM_UPS = 2;
    private static final String PAUSE = "update lane set state = 'paused', by_hand = true, until = null";
    private static final String RESUME = "update lane set state = 'running', by_hand = false";
    /** Longer than the gateway keeps in memory what it cannot deliver. */
    private static final int FORGOTTEN_MILLIS = 7_000;

    private final Scene scene;
    private final Crowd crowd;
    private final int requests;
    private final int facts;

    /**
     * @param requests requests of facts that each viewer sends for one queue
     * @param facts facts in each
     */
    ReadBack(Scene scene, Crowd crowd, int requests, int facts) {
        this.scene = scene;
        this.crowd = crowd;
        this.requests = requests;
        this.facts = facts;
    }

    /** @return median of the runs' ratios; the stores answer 200 with ids */
    double compare(Report report, int repeat) throws IOException {
        Capture sample = new Capture(true, true);
        deliver(sample);
        for (int warm = 0; warm < WARM_UPS; warm++) {
            deliver(new Capture(false, true));
            bare(sample);
        }
        List<Double> ratios = new ArrayList<>();
        for (int run = 1; run <= repeat; run++) {
            Pace delivered = deliver(new Capture(false, true));
            Pace bare = bare(sample);
            ratios.add(delivered.perSecond() / bare.perSecond());
            report.line(
                    "backlog, 200 with ids, run " + run,
                    "%,.0f statements/s, bare %,.0f; %.0f statements and %,.0f KiB a request   ratio %.3f",
                    delivered.perSecond(),
                    bare.perSecond(),
                    perRequest(sample),
                    bytesPerRequest(sample) / 1024,
                    ratios.get(run - 1));
        }
        return Numbers.median(ratios);
    }

    private Pace deliver(Capture capture) throws IOException {
        scene.drained(MOST_SECONDS);
        scene.gateway().database().run("checkpoint", PAUSE);
        long expected = crowd.send(requests, facts).count();
        scene.names().forEach(name -> scene.lrs().mood(name, capture.mood()));
        GatewayProcess.pause(FORGOTTEN_MILLIS);
        Calm.await();
        scene.gateway().database().run(RESUME);
        long begin = System.nanoTime();
        while (capture.statements() < expected) {
            if (System.nanoTime() - begin > MOST_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("only " + capture.statements() + " of " + expected
                        + " statements within " + MOST_SECONDS + " s");
            }
            GatewayProcess.pause(2);
        }
        return capture.pace();
    }

    private Pace bare(Capture captured) throws IOException {
        Capture counting = new Capture(false, true);
        scene.names().forEach(name -> scene.lrs().mood(name, counting.mood()));
        Calm.await();
        BareClient.post(captured.bodies(), scene.lrs()::endpoint);
        return counting.pace();
    }

    private static double perRequest(Capture capture) {
        return (double) capture.statements()
                / capture.bodies().values().stream().mapToInt(List::size).sum();
    }

    private static double bytesPerRequest(Capture capture) {
        return capture.bodies().values().stream()
                .flatMap(List::stream)
                .mapToInt(body -> body.length)
                .average()
                .orElse(0);
    }
}
