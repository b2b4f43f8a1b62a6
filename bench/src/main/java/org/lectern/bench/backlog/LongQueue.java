package org.lectern.bench.backlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.speed.LiveHeap;
import org.lectern.bench.speed.Scene;
import org.lectern.bench.viewer.Crowd;
import org.lectern.bench.viewer.Pace;

/**
 * A record store that is down for long: all statements come through the real interface, in large requests, and wait. Compares acceptance in
 * ordinary requests before and behind the queue, watches memory, opens the store again and tells how long the queue takes. For
 * one thread.
 */
public final class LongQueue {

    private static final int INSTITUTIONS = 4;
    private static final int VIEWERS_EACH = 16;
    private static final int BULK = 100;
    private static final int SECONDS = 8;
    private static final int RUNS = 3;
    private static final int FACTS = 2;
    private static final double LEAST = 0.9;
    private static final double MOST_GROWTH = 1.1;
    private static final int MOST_DRAIN_SECONDS = 1_800;
    private static final int TIME_LIMITS_PASSED = 45_000;

    private final int statements;

    /** @param statements how many wait in the end, about */
    public LongQueue(int statements) {
        this.statements = statements;
    }

    /** Measures and writes into the report. */
    public void run(Report report) throws IOException {
        report.title(String.format(
                java.util.Locale.ROOT,
                "backlog: %,d statements of %d institutions wait, all through POST /api/v1/facts; requests of %d facts for the comparison",
                statements,
                INSTITUTIONS,
                FACTS));
        try (Scene scene = Scene.of("backlog", INSTITUTIONS)) {
            Crowd crowd = scene.crowd(VIEWERS_EACH);
            scene.drained(60);
            scene.lrs().close();
            pace(crowd);
            double before = pace(crowd);
            report.line("accepted without a queue", "%,.0f facts/s", before);
            memory(report, "memory without a queue", scene);
            long heapBefore = LiveHeap.mebibytes(scene.gateway().pid());
            fill(report, scene, crowd);
            double behind = pace(crowd);
            long heapBehind = LiveHeap.mebibytes(scene.gateway().pid());
            memory(report, "memory behind the queue", scene);
            report.line("accepted behind the queue", "%,.0f facts/s", behind);
            drain(report, scene);
            double after = pace(crowd);
            report.line("accepted when it was empty again", "%,.0f facts/s", after);
            // What it measures is growth, and Payara keeps a time limit until it would have passed, also of a request
            // that is over.
            GatewayProcess.pause(TIME_LIMITS_PASSED);
            long heapAfter = LiveHeap.mebibytes(scene.gateway().pid());
            memory(report, "memory when it was empty again", scene);
            report.atLeast("behind / the better of before and after", behind / Math.max(before, after), LEAST);
            report.atMost("live heap behind / before", (double) heapBehind / heapBefore, MOST_GROWTH);
            report.atMost("live heap after / before", (double) heapAfter / heapBefore, MOST_GROWTH);
        }
    }

    private static double pace(Crowd crowd) {
        List<Double> paces = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            paces.add(crowd.rush(SECONDS, FACTS).perSecond());
        }
        return Numbers.median(paces);
    }

    private void fill(Report report, Scene scene, Crowd crowd) {
        int each = BULK * INSTITUTIONS * VIEWERS_EACH;
        long begin = System.nanoTime();
        while (scene.gateway().database().waiting() < statements) {
            long missing = statements - scene.gateway().database().waiting();
            Pace pace = crowd.send((int) Math.max(1, Math.min(10, missing / each)), BULK);
            if (pace.count() == 0) {
                throw new IllegalStateException("nothing was accepted");
            }
        }
        report.line(
                "queue filled",
                "%,d waiting after %.0f s",
                scene.gateway().database().waiting(),
                (System.nanoTime() - begin) / 1e9);
    }

    private static void memory(Report report, String when, Scene scene) throws IOException {
        report.line(
                when,
                "live heap %d MiB, gateway %d MiB resident, peak %d",
                LiveHeap.mebibytes(scene.gateway().pid()),
                scene.gateway().figures().residentMiB(),
                scene.gateway().figures().peakMiB());
    }

    private static void drain(Report report, Scene scene) throws IOException {
        long waiting = scene.gateway().database().waiting();
        long opened = System.nanoTime();
        scene.lrs().open();
        while (scene.gateway().database().waiting() >= waiting) {
            giveUp(opened);
        }
        long first = System.nanoTime();
        List<Double> paces = new ArrayList<>();
        for (long left = waiting; left > 0; ) {
            long since = System.nanoTime();
            giveUp(opened);
            long now = scene.gateway().database().waiting();
            if (now < left) {
                paces.add((left - now) / ((System.nanoTime() - since) / 1e9));
            }
            left = now;
        }
        report.line("first delivery after the store came back", "%.1f s", (first - opened) / 1e9);
        report.line(
                "queue delivered",
                "%,d statements within %.0f s after the store came back; while any lane was awake %,.0f/s",
                waiting,
                (System.nanoTime() - opened) / 1e9,
                Numbers.median(paces));
    }

    private static void giveUp(long begin) {
        GatewayProcess.pause(200);
        if (System.nanoTime() - begin > MOST_DRAIN_SECONDS * 1_000_000_000L) {
            throw new IllegalStateException("the queue was not delivered within " + MOST_DRAIN_SECONDS + " s");
        }
    }
}
