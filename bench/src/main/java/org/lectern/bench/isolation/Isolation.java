package org.lectern.bench.isolation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.lrs.Moods;
import org.lectern.bench.lrs.StandInLrs;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.platform.StandInPlatform;
import org.lectern.bench.viewer.Seeker;
import org.lectern.bench.viewer.Viewer;
import org.lectern.bench.wire.Wire;

/**
 * Ten institutions report at the same steady pace, again and again for some seconds: in one run all record stores are well, in
 * the next three are not (dead, 30 s slow, 401). The same gateway serves both: thirteen are configured, seven always report, and three
 * well or three failing ones with them. Compares the delay from 202 to record store of the seven. For one thread.
 */
public final class Isolation {

    private static final int HEALTHY = 7;
    private static final List<String> WELL = List.of("well-1", "well-2", "well-3");
    private static final List<String> FAILING = List.of("dead", "slow", "barred");
    private static final int SLOW_MILLIS = 30_000;
    private static final int WARM_UP_SECONDS = 15;
    private static final double MOST = 1.2;

    private final int pairs;
    private final int seconds;
    private final Arrivals arrivals = new Arrivals();
    private final List<String> healthy =
            IntStream.rangeClosed(1, HEALTHY).mapToObj(i -> "healthy-" + i).toList();

    public Isolation(int pairs, int seconds) {
        this.pairs = pairs;
        this.seconds = seconds;
    }

    /** Measures and writes the ratio into the report. */
    public void run(Report report) throws IOException {
        report.title(
                "isolation: ten institutions, 25 facts/s each; p99 of 202 to record store, of the seven healthy ones");
        try (StandInLrs lrs = new StandInLrs().open();
                StandInLrs closed = new StandInLrs();
                StandInPlatform platform = StandInPlatform.open();
                GatewayProcess gateway = GatewayProcess.of("isolation", institutions(platform, lrs, closed))) {
            gateway.start();
            Map<String, Steady> loads = loads(platform, gateway);
            once(loads, WELL, WARM_UP_SECONDS);
            compare(report, loads);
        }
    }

    private List<Institution> institutions(StandInPlatform platform, StandInLrs lrs, StandInLrs closed) {
        all().forEach(name -> lrs.mood(name, arrivals.noting()));
        lrs.mood("slow", Moods.slow(SLOW_MILLIS, arrivals.noting()));
        lrs.mood("barred", Moods.refusing(401));
        return all().map(name -> new Institution(
                        name, platform.issuer(name), (name.equals("dead") ? closed : lrs).endpoint(name)))
                .toList();
    }

    private Stream<String> all() {
        return Stream.of(healthy, WELL, FAILING).flatMap(List::stream);
    }

    private Map<String, Steady> loads(StandInPlatform platform, GatewayProcess gateway) throws IOException {
        AtomicLong positions = new AtomicLong();
        Map<String, Steady> loads = new LinkedHashMap<>();
        for (String name : all().toList()) {
            Wire wire = new Wire(gateway.port());
            Viewer viewer = new Viewer(wire, new Browser(platform, wire, gateway.port()).launch(name, "viewer"));
            Seeker seeker = new Seeker(viewer, positions::incrementAndGet);
            seeker.ready();
            loads.put(name, new Steady(seeker));
        }
        return loads;
    }

    private void compare(Report report, Map<String, Steady> loads) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> before = once(loads, WELL, seconds);
        report.line("before anything failed", "%s", told(before));
        List<Double> allWell = new ArrayList<>();
        List<Double> allFailing = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            boolean failingFirst = pair % 2 == 1;
            List<Double> first = once(loads, failingFirst ? FAILING : WELL, seconds);
            List<Double> second = once(loads, failingFirst ? WELL : FAILING, seconds);
            List<Double> failing = failingFirst ? first : second;
            List<Double> well = failingFirst ? second : first;
            ratios.add(p99(failing) / p99(well));
            report.line("pair " + pair + ": without faults", "%s", told(well));
            report.line("pair " + pair + ": three failing", "%s   ratio %.3f", told(failing), ratios.get(pair - 1));
            allWell.addAll(well);
            allFailing.addAll(failing);
        }
        report.line("all runs without faults", "%s", told(allWell));
        report.line("all runs with three failing", "%s   ratio %.3f", told(allFailing), p99(allFailing) / p99(allWell));
        report.line("three failing against before anything failed", "ratio %.3f", p99(allFailing) / p99(before));
        report.atMost("median ratio of the pairs", Numbers.median(ratios), MOST);
    }

    /** Delays of the healthy institutions, in milliseconds. */
    private List<Double> once(Map<String, Steady> loads, List<String> others, int length) throws IOException {
        long until = System.nanoTime() + length * 1_000_000_000L;
        List<Thread> threads = Stream.of(healthy, others)
                .flatMap(List::stream)
                .map(loads::get)
                .peek(load -> load.until(until))
                .map(Thread::new)
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Isolation::join);
        GatewayProcess.pause(2_000);
        List<Double> delays = new ArrayList<>();
        for (String name : healthy) {
            for (Map.Entry<Long, Long> one : loads.get(name).accepted().entrySet()) {
                delays.add(delay(one.getKey(), one.getValue()));
            }
        }
        return delays;
    }

    private double delay(long position, long accepted) {
        Optional<Long> arrived = arrivals.of(position);
        // Not there yet after the run: as long as it has waited so far. It counts, it does not vanish.
        return Math.max(0, arrived.orElseGet(System::nanoTime) - accepted) / 1e6;
    }

    private static String told(List<Double> delays) {
        return String.format(
                java.util.Locale.ROOT,
                "p50 %.1f ms  p99 %.1f ms  (%d)",
                Numbers.quantile(delays, 0.5),
                p99(delays),
                delays.size());
    }

    private static double p99(List<Double> delays) {
        return Numbers.quantile(delays, 0.99);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
