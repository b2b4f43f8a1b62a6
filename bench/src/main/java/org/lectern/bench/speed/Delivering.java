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
 * Delivered statements per second to a store that takes everything and keeps nothing, against {@link BareClient} posting the
 * bodies of one such delivery, which is not measured itself: keeping them costs the store time. The lanes are paused while a
 * queue builds up, then both go alternately, each after the machine has come to rest (compilers, the database's housekeeping) and
 * each from its first arrival to its last. A checkpoint of the database lies before the queue. For one thread.
 */
final class Delivering {

    private static final int INSTITUTIONS = 4;
    /** Enough playbacks that none gets more statements than there are milliseconds to date them. */
    private static final int VIEWERS_EACH = 16;

    private static final int FACTS = 100;
    private static final int MOST_SECONDS = 120;
    private static final int WARM_UPS = 2;
    private static final int WARM_UP_SECONDS = 30;
    private static final double LEAST = 0.7;

    private static final String PAUSE = "update lane set state = 'paused', by_hand = true, until = null";
    private static final String RESUME = "update lane set state = 'running', by_hand = false";

    private final int repeat;
    private final int statements;

    Delivering(int repeat, int statements) {
        this.repeat = repeat;
        this.statements = statements;
    }

    void run(Report report) throws IOException {
        report.title("delivering: " + statements + " waiting statements of " + INSTITUTIONS
                + " institutions, against a bare HTTP client posting the same bodies, one connection per institution");
        try (Scene scene = Scene.of("delivering", INSTITUTIONS)) {
            Crowd crowd = scene.crowd(VIEWERS_EACH);
            // Many small requests, as on any day: the large ones are too few for the compilers of a young process.
            scene.names().forEach(name -> scene.lrs().mood(name, new Capture(false, true).mood()));
            crowd.rush(WARM_UP_SECONDS, 1);
            double ids = compare(report, scene, crowd, true);
            double bare = compare(report, scene, crowd, false);
            report.line("delivered / bare, store answers 204, median", "%.3f", bare);
            report.atLeast("delivered / bare, store answers 200 with ids, median", ids, LEAST);
        }
    }

    private double compare(Report report, Scene scene, Crowd crowd, boolean ids) throws IOException {
        Capture sample = new Capture(true, ids);
        measure(scene, crowd, sample);
        for (int warm = 0; warm < WARM_UPS; warm++) {
            measure(scene, crowd, new Capture(false, ids));
            bare(scene, sample, ids);
        }
        List<Double> ratios = new ArrayList<>();
        for (int run = 1; run <= repeat; run++) {
            Capture counting = new Capture(false, ids);
            Pace delivered = measure(scene, crowd, counting);
            Pace bare = bare(scene, sample, ids);
            ratios.add(delivered.perSecond() / bare.perSecond());
            report.line(
                    (ids ? "200 with ids, run " : "204, run ") + run,
                    "%,.0f statements/s, bare %,.0f; %.0f statements and %,.0f KiB a request   ratio %.3f",
                    delivered.perSecond(),
                    bare.perSecond(),
                    perRequest(sample),
                    bytesPerRequest(sample) / 1024,
                    ratios.get(run - 1));
        }
        return Numbers.median(ratios);
    }

    private Pace measure(Scene scene, Crowd crowd, Capture capture) throws IOException {
        scene.drained(MOST_SECONDS);
        scene.gateway().database().run("checkpoint", PAUSE);
        int requests = statements / INSTITUTIONS / VIEWERS_EACH / FACTS;
        crowd.send(requests, FACTS);
        scene.names().forEach(name -> scene.lrs().mood(name, capture.mood()));
        Calm.await();
        scene.gateway().database().run(RESUME);
        long expected = (long) requests * INSTITUTIONS * VIEWERS_EACH * FACTS;
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

    private Pace bare(Scene scene, Capture captured, boolean ids) throws IOException {
        Capture counting = new Capture(false, ids);
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
