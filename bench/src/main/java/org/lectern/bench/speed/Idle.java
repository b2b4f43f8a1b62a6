package org.lectern.bench.speed;

import java.io.IOException;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.gateway.ProcessFigures;

/**
 * What institutions cost that do nothing: processor time of a gateway with many of them and of one with a single one, side by side in
 * the same minute. Reported, without a threshold. For one thread.
 */
final class Idle {

    private static final long SETTLE_MILLIS = 30_000;

    private final int tenants;
    private final int seconds;

    Idle(int tenants, int seconds) {
        this.tenants = tenants;
        this.seconds = seconds;
    }

    void run(Report report) throws IOException {
        report.title("idle: " + tenants + " institutions with empty lanes against one, over " + seconds
                + " s, side by side");
        try (Scene many = Scene.prepared("idle-many", tenants);
                Scene one = Scene.prepared("idle-one", 1)) {
            many.gateway().start();
            one.gateway().start();
            GatewayProcess.pause(SETTLE_MILLIS);
            ProcessFigures[] before = figures(many, one);
            GatewayProcess.pause(seconds * 1_000L);
            ProcessFigures[] after = figures(many, one);
            tell(report, tenants + " institutions", before[0], after[0], before[1], after[1]);
            tell(report, "1 institution", before[2], after[2], before[3], after[3]);
            report.line(
                    "difference, in shares of one core",
                    "%.4f",
                    (spent(before[0], after[0])
                                    + spent(before[1], after[1])
                                    - spent(before[2], after[2])
                                    - spent(before[3], after[3]))
                            / seconds);
        }
    }

    private static ProcessFigures[] figures(Scene many, Scene one) {
        return new ProcessFigures[] {
            many.gateway().figures(),
            many.gateway().database().figures(),
            one.gateway().figures(),
            one.gateway().database().figures()
        };
    }

    private static void tell(
            Report report,
            String name,
            ProcessFigures gatewayBefore,
            ProcessFigures gatewayAfter,
            ProcessFigures databaseBefore,
            ProcessFigures databaseAfter) {
        report.line(
                name,
                "gateway %.2f s of processor time, database %.2f s; gateway %d MiB resident",
                spent(gatewayBefore, gatewayAfter),
                spent(databaseBefore, databaseAfter),
                gatewayAfter.residentMiB());
    }

    private static double spent(ProcessFigures before, ProcessFigures after) {
        return after.cpuSeconds() - before.cpuSeconds();
    }
}
