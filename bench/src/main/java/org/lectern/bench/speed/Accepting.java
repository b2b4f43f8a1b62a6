package org.lectern.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.viewer.Crowd;
import org.lectern.bench.viewer.Pace;

/**
 * Accepted facts per second through HTTP, against {@link BareInsert}. Every fact leads to one statement, so facts and rows are as
 * many. Delivery rests meanwhile: the record stores are down. Once with as many facts in a request as a page has that was off line for
 * a minute, once with a single one.
 */
final class Accepting {

    private static final int INSTITUTIONS = 4;
    private static final int VIEWERS_EACH = 32;
    private static final int WRITERS = 2;
    private static final int WARM_UP_SECONDS = 40;
    private static final double LEAST = 0.4;

    private final int repeat;
    private final int seconds;

    Accepting(int repeat, int seconds) {
        this.repeat = repeat;
        this.seconds = seconds;
    }

    void run(Report report) throws IOException {
        report.title("accepting: " + INSTITUTIONS * VIEWERS_EACH + " viewers of " + INSTITUTIONS
                + " institutions, against bare JDBC batches of the same rows in the same transactions, " + WRITERS
                + " writers");
        try (Scene scene = Scene.of("accepting", INSTITUTIONS)) {
            scene.lrs().close();
            Crowd crowd = scene.crowd(VIEWERS_EACH);
            crowd.rush(WARM_UP_SECONDS, 1);
            for (int facts : new int[] {1, 10}) {
                compare(report, scene, crowd, facts);
            }
        } catch (SQLException e) {
            throw new IOException("the bare insert failed", e);
        }
    }

    private void compare(Report report, Scene scene, Crowd crowd, int facts) throws IOException, SQLException {
        BareInsert bare = new BareInsert(scene.gateway().database(), WRITERS);
        crowd.rush(2, facts);
        List<Double> ratios = new ArrayList<>();
        for (int run = 1; run <= repeat; run++) {
            scene.gateway().database().run("checkpoint"); // as before the bare inserts
            long begin =
                    scene.gateway().database().number("select (extract(epoch from clock_timestamp()) * 1e6)::bigint");
            double cpu = scene.gateway().figures().cpuSeconds();
            double databaseCpu = scene.gateway().database().figures().cpuSeconds();
            Pace through = crowd.rush(seconds, facts);
            cpu = (scene.gateway().figures().cpuSeconds() - cpu) / through.seconds();
            databaseCpu = (scene.gateway().database().figures().cpuSeconds() - databaseCpu) / through.seconds();
            GatewayProcess.pause(200);
            Collection<List<Row>> groups = bare.groups(begin);
            Pace limit = bare.insert(groups, true);
            Pace outbox = bare.insert(groups, false);
            ratios.add(through.perSecond() / limit.perSecond());
            report.line(
                    facts + " per request, run " + run,
                    "%,.0f facts/s (cores: gateway %.2f, database %.2f), bare %,.0f/s in groups of %.1f   ratio %.3f"
                            + " (outbox rows alone %,.0f/s: %.3f)",
                    through.perSecond(),
                    cpu,
                    databaseCpu,
                    limit.perSecond(),
                    (double) limit.count() / groups.size(),
                    ratios.get(run - 1),
                    outbox.perSecond(),
                    through.perSecond() / outbox.perSecond());
        }
        report.atLeast("accepted / bare, " + facts + " per request, median", Numbers.median(ratios), LEAST);
    }
}
