package org.lectern.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.problem.Problem;

class DiskGuardTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

    private long free = 10L << 30;
    private boolean broken;
    private final DiskGuard guard = new DiskGuard(DiskSettings.DEFAULTS, this::measure, CLOCK, Optional.empty());

    private long measure() throws IOException {
        if (broken) {
            throw new IOException("stale file handle");
        }
        return free;
    }

    @Test
    void acceptsWhileThereIsRoom() {
        guard.look();
        assertThat(guard.accepting()).isTrue();
        free = 201L << 20;
        guard.look();
        assertThat(guard.accepting()).isTrue();
    }

    @Test
    void stopsAcceptingBelowTheLimitAndGoesOnAboveIt() {
        free = (200L << 20) - 1;
        guard.look();
        assertThat(guard.accepting()).isFalse();
        free = 200L << 20;
        guard.look();
        assertThat(guard.accepting()).isTrue();
    }

    @Test
    void keepsItsLastAnswerWhenTheFileSystemGivesNone() {
        free = 1;
        guard.look();
        broken = true;
        free = 10L << 30;
        guard.look();
        assertThat(guard.accepting()).isFalse();
    }

    @Test
    void saysNothingOfADatabaseElsewhere() {
        DiskGuard elsewhere = new DiskGuard(DiskSettings.DEFAULTS, null, CLOCK, Optional.empty());
        elsewhere.begin(new Object());
        assertThat(elsewhere.accepting()).isTrue();
    }

    @Test
    void looksBeforeTheFirstFactIsAccepted() {
        free = 1;
        guard.begin(new Object());
        assertThat(guard.accepting()).isFalse();
        guard.end();
    }

    @Test
    void asksToComeAgainInsteadOfAcceptingWhatHasNoRoom() {
        guard.needRoom();
        free = 1;
        guard.look();
        assertThatThrownBy(guard::needRoom).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("disk.full");
            assertThat(problem.retryAfter()).contains(Duration.ofSeconds(30));
        });
    }
}
