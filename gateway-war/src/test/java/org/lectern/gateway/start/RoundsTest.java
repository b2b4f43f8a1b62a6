package org.lectern.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void comeAgainAlsoAfterOneThatFailed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        Rounds rounds = Rounds.of("test", Duration.ZERO, Duration.ofMillis(1), () -> {
            three.countDown();
            throw new IllegalStateException("this round fails");
        });
        assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.close();
    }

    @Test
    void endInTheMiddleOfOne() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Rounds rounds = Rounds.of("test", Duration.ZERO, Duration.ofMillis(1), () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.close();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
