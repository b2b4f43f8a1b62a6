package org.lectern.bench.speed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.lrs.Moods;
import org.lectern.bench.lrs.StandInLrs;
import org.lectern.bench.platform.StandInPlatform;
import org.lectern.bench.viewer.Crowd;

/**
 * A running gateway with some institutions, their platforms and their record stores, which take everything and keep nothing.
 *
 * @param names of the institutions
 * @param lrs their record stores
 * @param platform their platforms
 * @param gateway the gateway, started
 */
public record Scene(List<String> names, StandInLrs lrs, StandInPlatform platform, GatewayProcess gateway)
        implements AutoCloseable {

    /** Sets up and starts everything. */
    public static Scene of(String name, int institutions, String... settings) throws IOException {
        Scene scene = prepared(name, institutions, settings);
        scene.gateway().start();
        return scene;
    }

    /** Sets up everything; the gateway is not started. */
    static Scene prepared(String name, int institutions, String... settings) throws IOException {
        List<String> names = IntStream.rangeClosed(1, institutions)
                .mapToObj(i -> "tenant-" + i)
                .toList();
        StandInLrs lrs = new StandInLrs().open();
        names.forEach(one -> lrs.mood(one, Moods.nowhere()));
        StandInPlatform platform = StandInPlatform.open();
        List<Institution> all = names.stream()
                .map(one -> new Institution(one, platform.issuer(one), lrs.endpoint(one)))
                .toList();
        return new Scene(names, lrs, platform, GatewayProcess.of(name, all, settings));
    }

    /** Viewers, that many of each institution. */
    public Crowd crowd(int each) throws IOException {
        return Crowd.launched(platform, gateway, names, each, new AtomicLong());
    }

    /** Waits until nothing waits for delivery. */
    public void drained(int mostSeconds) {
        long end = System.nanoTime() + mostSeconds * 1_000_000_000L;
        while (gateway.database().waiting() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the outbox did not run empty within " + mostSeconds + " s");
            }
            GatewayProcess.pause(100);
        }
    }

    @Override
    public void close() {
        gateway.close();
        platform.close();
        lrs.close();
    }
}
