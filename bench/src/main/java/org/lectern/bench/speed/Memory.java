package org.lectern.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lectern.bench.Report;
import org.lectern.bench.Together;
import org.lectern.bench.gateway.ProcessFigures;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.viewer.Facts;
import org.lectern.bench.viewer.Viewer;
import org.lectern.bench.wire.Wire;

/**
 * Memory after an hour's worth of load, compressed: every viewer launches, plays, sends the 360 heartbeats of an hour in 30 requests, stops
 * and leaves, while statements are delivered. Reported, without a threshold. For one thread.
 */
final class Memory {

    private static final int THREADS = 32;
    private static final int REQUESTS = 30;
    private static final int HEARTBEATS = 12;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final int viewers;

    Memory(int viewers) {
        this.viewers = viewers;
    }

    void run(Report report) throws IOException {
        report.title("memory: " + viewers + " viewers of 4 institutions, an hour of heartbeats each, compressed");
        try (Scene scene = Scene.of("memory", 4)) {
            tell(report, "after the start", scene);
            scene.crowd(1);
            long begin = System.nanoTime();
            watch(scene);
            report.line("time it took", "%.0f s", (System.nanoTime() - begin) / 1e9);
            tell(report, "after the hour", scene);
            scene.drained(120);
            tell(report, "when all was delivered", scene);
        }
    }

    private static void tell(Report report, String when, Scene scene) throws IOException {
        ProcessFigures gateway = scene.gateway().figures();
        report.line(
                when,
                "gateway %d MiB resident, peak %d; live heap %d; database %d (shared buffers counted per process)",
                gateway.residentMiB(),
                gateway.peakMiB(),
                LiveHeap.mebibytes(scene.gateway().pid()),
                scene.gateway().database().figures().residentMiB());
    }

    private void watch(Scene scene) throws IOException {
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            shares.add(() -> {
                watch(scene, first);
                return true;
            });
        }
        Together.run(shares);
    }

    /** One thread's share of the viewers: all begin, then all go on step by step, so that all are there at the same time. */
    private void watch(Scene scene, int first) throws IOException {
        try (Wire wire = new Wire(scene.gateway().port())) {
            Browser browser =
                    new Browser(scene.platform(), wire, scene.gateway().port());
            List<Viewer> mine = new ArrayList<>();
            for (int i = first; i < viewers; i += THREADS) {
                String institution = scene.names().get(i % scene.names().size());
                Viewer viewer = new Viewer(wire, browser.launch(institution, "viewer-" + i));
                viewer.report(List.of(Facts.ready(viewer.next()), Facts.positioned(viewer.next(), "play", 0)));
                mine.add(viewer);
            }
            for (int request = 0; request < REQUESTS; request++) {
                for (Viewer viewer : mine) {
                    viewer.report(heartbeats(viewer, request));
                }
            }
            long end = REQUESTS * HEARTBEATS * HEARTBEAT_MILLIS;
            for (Viewer viewer : mine) {
                viewer.report(List.of(
                        Facts.positioned(viewer.next(), "pause", end), Facts.positioned(viewer.next(), "leave", end)));
            }
        }
    }

    private static List<String> heartbeats(Viewer viewer, int request) {
        List<String> facts = new ArrayList<>(HEARTBEATS);
        for (int i = 1; i <= HEARTBEATS; i++) {
            long at = ((long) request * HEARTBEATS + i) * HEARTBEAT_MILLIS;
            facts.add(Facts.positioned(viewer.next(), "heartbeat", at));
        }
        return facts;
    }
}
