package org.lectern.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.lectern.bench.gateway.GatewayProcess;

/** The machine at rest, so that what came before does not slow what is measured next. */
final class Calm {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double LITTLE = 0.1;
    private static final int LOOK_MILLIS = 200;
    private static final long MOST_MILLIS = 15_000;

    private Calm() {}

    /** Clears this process's garbage and waits until all processors together do little; after 15 s goes on in any case. */
    static void await() {
        System.gc();
        await(MOST_MILLIS);
    }

    /** Waits until all processors together do little; after this time goes on in any case. */
    static void await(long mostMillis) {
        MACHINE.getCpuLoad();
        long waited = 0;
        do {
            GatewayProcess.pause(LOOK_MILLIS);
            waited += LOOK_MILLIS;
        } while (MACHINE.getCpuLoad() > LITTLE && waited < mostMillis);
    }
}
