package org.lectern.bench.speed;

import java.io.IOException;
import java.util.List;
import org.lectern.bench.Options;
import org.lectern.bench.Report;

/** All measurements of throughput, memory and idle cost, or those that are asked for. For one thread. */
public final class Speed {

    private static final String ALL = "accept,deliver,launch,memory,idle";

    private final List<String> wanted;
    private final Options options;

    /** @throws IllegalArgumentException for a measurement that there is not */
    public Speed(Options options) {
        this.options = options;
        this.wanted = List.of(options.text("only", ALL).split(","));
        for (String one : wanted) {
            if (!List.of(ALL.split(",")).contains(one)) {
                throw new IllegalArgumentException("--only takes some of " + ALL + ", found " + one);
            }
        }
    }

    /** Measures and writes into the report. */
    public void run(Report report) throws IOException {
        int repeat = options.number("repeat", 3);
        int seconds = options.number("seconds", 8);
        if (wanted.contains("accept")) {
            new Accepting(repeat, seconds).run(report);
        }
        if (wanted.contains("deliver")) {
            new Delivering(repeat, options.number("statements", 60_000)).run(report);
        }
        if (wanted.contains("launch")) {
            new Launching(repeat, seconds).run(report);
        }
        if (wanted.contains("memory")) {
            new Memory(options.number("viewers", 2_000)).run(report);
        }
        if (wanted.contains("idle")) {
            new Idle(options.number("tenants", 1_000), options.number("idle-seconds", 60)).run(report);
        }
    }
}
