package org.lectern.bench;

import java.util.Arrays;
import org.lectern.bench.backlog.LongQueue;
import org.lectern.bench.isolation.Isolation;
import org.lectern.bench.kill.KillLoop;
import org.lectern.bench.plots.ManyViewers;
import org.lectern.bench.speed.Speed;

/** The command line of all measurements. */
public final class Bench {

    private static final String HELP = """
            ./lectern bench kill-loop   [--rounds 50] [--seed N]          kill -9 at random moments; nothing accepted may be lost
            ./lectern bench isolation   [--pairs 5] [--seconds 20]        three failing record stores against seven healthy ones
            ./lectern bench speed       [--only accept,deliver,launch,memory,idle] [--repeat 3] [--seconds 8]
            ./lectern bench backlog     [--statements 1000000]            acceptance, memory and recovery behind a long queue
            ./lectern bench plots       [--viewers 10000]                 how long the numbers of a much watched video take
            ./lectern bench help                                          this text

            Each prints what it found, and ends with 0 when every threshold holds, 1 when one is missed, 2 when it could not measure.
            What each number means: bench/README.md.
            """;

    private Bench() {}

    public static void main(String[] words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        String what = words.length == 0 ? "help" : words[0];
        Report report = new Report(System.out);
        try {
            Options options = new Options(Arrays.copyOfRange(words, Math.min(1, words.length), words.length));
            switch (what) {
                case "kill-loop" ->
                    new KillLoop(options.number("rounds", 50), options.number("seed", (int) System.nanoTime()))
                            .run(report);
                case "isolation" ->
                    new Isolation(options.number("pairs", 5), options.number("seconds", 20)).run(report);
                case "speed" -> new Speed(options).run(report);
                case "backlog" -> new LongQueue(options.number("statements", 1_000_000)).run(report);
                case "plots" -> new ManyViewers(options.number("viewers", 10_000)).run(report);
                case "help", "--help", "-h" -> System.out.print(HELP);
                default -> throw new IllegalArgumentException("unknown measurement " + what + "\n" + HELP);
            }
            return report.holds() ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            return 2;
        } catch (Exception failed) {
            System.err.println("bench: " + what + " could not be measured: " + failed);
            failed.printStackTrace();
            return 2;
        }
    }
}
