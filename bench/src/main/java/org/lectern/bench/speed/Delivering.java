package org.lectern.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.lrs.Moods;
import org.lectern.bench.viewer.Crowd;
import org.lectern.bench.viewer.Pace;

/**
 * Delivered statements per second to a store that takes everything and keeps nothing, against {@link BareClient} posting the same
 * bodies to it. The stores hold back their answers while a queue builds up, then answer at once; measured from then to the
 * last arrival. For one thread.
 */
final class Delivering {

    private static final int INSTITUTIONS = 4;
    /** Enough playbacks that none gets more statements than there are milliseconds to date them. */
    private static final int VIEWERS_EACH = 16;

    private static final int FACTS = 100;
    private static final int MOST_SECONDS = 120;
    private static final double LEAST = 0.7;

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
            double ids = compare(report, scene, crowd, true);
            double bare = compare(report, scene, crowd, false);
            report.line("delivered / bare, store answers 204, median", "%.3f", bare);
            report.atLeast("delivered / bare, store answers 200 with ids, median", ids, LEAST);
        }
    }

    private double compare(Report report, Scene scene, Crowd crowd, boolean ids) throws IOException {
        Capture warm = new Capture(true, ids);
        measure(scene, crowd, statements, warm);
        bare(scene, warm, ids);
        List<Double> ratios = new ArrayList<>();
        for (int run = 1; run <= repeat; run++) {
            Capture capture = new Capture(true, ids);
            Pace delivered = measure(scene, crowd, statements, capture);
            Pace bare = bare(scene, capture, ids);
            ratios.add(delivered.perSecond() / bare.perSecond());
            report.line(
                    (ids ? "200 with ids, run " : "204, run ") + run,
                    "%,.0f statements/s, bare %,.0f; %.0f statements and %,.0f KiB a request   ratio %.3f",
                    delivered.perSecond(),
                    bare.perSecond(),
                    perRequest(capture),
                    bytesPerRequest(capture) / 1024,
                    ratios.get(run - 1));
        }
        return Numbers.median(ratios);
    }

    private Pace measure(Scene scene, Crowd crowd, int count, Capture capture) throws IOException {
        scene.drained(MOST_SECONDS);
        CountDownLatch gate = new CountDownLatch(1);
        scene.names().forEach(name -> scene.lrs().mood(name, Moods.behind(gate, capture.mood())));
        int requests = count / INSTITUTIONS / VIEWERS_EACH / FACTS;
        crowd.send(requests, FACTS);
        long held = capture.statements();
        long expected = (long) requests * INSTITUTIONS * VIEWERS_EACH * FACTS;
        long begin = System.nanoTime();
        gate.countDown();
        while (capture.statements() < held + expected) {
            if (System.nanoTime() - begin > MOST_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("only " + capture.statements() + " of " + expected
                        + " statements within " + MOST_SECONDS + " s");
            }
            GatewayProcess.pause(2);
        }
        return new Pace(expected, (capture.last() - begin) / 1e9);
    }

    private Pace bare(Scene scene, Capture captured, boolean ids) throws IOException {
        Capture counting = new Capture(false, ids);
        scene.names().forEach(name -> scene.lrs().mood(name, counting.mood()));
        long begin = System.nanoTime();
        BareClient.post(captured.bodies(), scene.lrs()::endpoint);
        return new Pace(counting.statements(), (counting.last() - begin) / 1e9);
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
