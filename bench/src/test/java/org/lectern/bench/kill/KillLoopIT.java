package org.lectern.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lectern.bench.Report;

/** The real gateway as a process of its own, the real database, real HTTP, real kills. */
class KillLoopIT {

    private static final int ROUNDS = 5;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void losesDoublesAndChangesNothingThatWasAcceptedWhenItIsKilled() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(told, true, StandardCharsets.UTF_8));

        new KillLoop(ROUNDS, 20_261_122).run(report);

        assertThat(report.holds()).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
