package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.problem.ProblemJson;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.LearnerSession;

class FactsRateTest {

    private final List<String> counted = new ArrayList<>();
    private final Meter meter =
            new Meter((Meter.Count) (tenant, what, times) -> counted.add(tenant + " " + what + " " + times));
    private final FactsRate rate = new FactsRate(10, 3, meter);
    private final LearnerSession sam = GivenSession.ofSam();
    private Instant now = GivenSession.START;

    @Test
    void admitsAPageThatReportsForHours() {
        for (int flush = 0; flush < 10_000; flush++) {
            rate.admit(sam, 20, now);
            now = now.plusSeconds(2);
        }
    }

    @Test
    void admitsAllThatAPageKeptWhileOffLine() {
        for (int request = 0; request < 12; request++) {
            rate.admit(sam, 200, now);
        }
    }

    @Test
    void refusesAFloodWithTheTimeToWait() {
        spend(sam, 2_600);
        Problem refused = refused(sam, 5);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("facts.too_fast");
        assertThat(ProblemJson.headers(refused)).containsEntry("Retry-After", "10");
        assertThat(counted).containsExactly("acme TOO_FAST 5");
    }

    @Test
    void admitsAgainAfterTheWaitItAskedFor() {
        spend(sam, 2_400);
        rate.admit(sam, 1_000, now);
        long wait = Long.parseLong(ProblemJson.headers(refused(sam, 1)).get("Retry-After"));

        assertThat(wait).isEqualTo(90);
        now = now.plusSeconds(wait - 1);
        refused(sam, 1);
        now = now.plusSeconds(1);
        rate.admit(sam, 1, now);
    }

    @Test
    void holdsAFloodToTheRateOverTheLongRun() {
        int admitted = 0;
        for (int second = 0; second < 3_600; second++) {
            now = now.plusSeconds(1);
            for (int request = 0; request < 5; request++) {
                admitted += problem(sam, 10) == null ? 10 : 0;
            }
        }
        assertThat(admitted).isBetween(36_000, 36_000 + 2_500 + 20);
    }

    @Test
    void refusedFactsDoNotCount() {
        spend(sam, 2_600);
        for (int n = 0; n < 100; n++) {
            refused(sam, 1_000);
        }
        now = now.plusSeconds(10);
        assertThat(problem(sam, 1)).isNull();
    }

    @Test
    void sessionsDoNotPayForEachOther() {
        spend(sam, 2_600);
        LearnerSession other = GivenSession.ofSam();

        rate.admit(other, 200, now);
        refused(sam, 1);
    }

    @Test
    void remembersTheSessionsHeardLastAndNoMore() {
        spend(sam, 2_600);
        LearnerSession other = GivenSession.ofSam();
        spend(other, 2_600);
        for (int n = 0; n < 2; n++) {
            refused(sam, 1);
            rate.admit(GivenSession.ofSam(), 1, now);
        }
        refused(sam, 1);
        assertThat(problem(other, 1)).isNull();
    }

    @Test
    void zeroIsForAnyNumber() {
        FactsRate off = new FactsRate(0, 3, meter);
        for (int n = 0; n < 1_000; n++) {
            assertThatCode(() -> off.admit(sam, 1_000, now)).doesNotThrowAnyException();
        }
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForLong() {
        for (Duration back : List.of(Duration.ofMinutes(4), Duration.ofHours(1))) {
            rate.admit(sam, 20, now);
            now = now.minus(back);
            rate.admit(sam, 20, now);
        }
    }

    private void spend(LearnerSession session, int facts) {
        for (int spent = 0; spent < facts; spent += 100) {
            rate.admit(session, 100, now);
        }
    }

    private Problem refused(LearnerSession session, int facts) {
        Problem problem = problem(session, facts);
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    private Problem problem(LearnerSession session, int facts) {
        return catchThrowableOfType(Problem.class, () -> rate.admit(session, facts, now));
    }
}
