package org.lectern.bench.speed;

import java.io.IOException;
import org.lectern.bench.Report;
import org.lectern.bench.viewer.Crowd;

/**
 * Delivered statements per second to stores that take everything and keep nothing, against {@link BareClient}: what was accepted a
 * moment ago ({@link HandedOver}, judged), and a backlog ({@link ReadBack}, told). For one thread.
 */
final class Delivering {

    private static final int INSTITUTIONS = 4;
    /** Enough playbacks that none gets more statements than there are milliseconds to date them. */
    private static final int VIEWERS_EACH = 16;

    private static final int FACTS = 100;
    /** A queue of 25,600 statements, about 42 MiB of the 48 that the gateway keeps by default. */
    private static final int REQUESTS_IN_MEMORY = 4;

    private static final int WARM_UP_SECONDS = 30;
    private static final double LEAST = 0.7;

    private final int repeat;
    private final int statements;

    /** @param statements of the backlog */
    Delivering(int repeat, int statements) {
        this.repeat = repeat;
        this.statements = statements;
    }

    void run(Report report) throws IOException {
        report.title("delivering: queues of " + REQUESTS_IN_MEMORY * FACTS * VIEWERS_EACH * INSTITUTIONS
                + " statements in memory and of " + statements + " in the database, of " + INSTITUTIONS
                + " institutions, against a bare HTTP client posting the same bodies, one connection per institution");
        try (Scene scene = Scene.of("delivering", INSTITUTIONS)) {
            Crowd crowd = scene.crowd(VIEWERS_EACH);
            // Many small requests, as on any day: the large ones are too few for the compilers of a young process.
            scene.names().forEach(name -> scene.lrs().mood(name, new Capture(false, true).mood()));
            crowd.rush(WARM_UP_SECONDS, 1);
            HandedOver handedOver = new HandedOver(scene, crowd, REQUESTS_IN_MEMORY, FACTS);
            double ids = handedOver.compare(report, repeat, true);
            double none = handedOver.compare(report, repeat, false);
            int requests = statements / INSTITUTIONS / VIEWERS_EACH / FACTS;
            double backlog = new ReadBack(scene, crowd, requests, FACTS).compare(report, repeat);
            report.line("backlog / bare, store answers 200 with ids, median", "%.3f", backlog);
            report.line("in memory / bare, store answers 204, median", "%.3f", none);
            report.atLeast("in memory / bare, store answers 200 with ids, median", ids, LEAST);
        }
    }
}
