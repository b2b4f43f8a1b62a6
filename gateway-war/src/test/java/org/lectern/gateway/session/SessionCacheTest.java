package org.lectern.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lectern.lti.practice.HandWoundClock;

class SessionCacheTest {

    private final HandWoundClock clock = new HandWoundClock(GivenSession.START);
    private final SessionCache cache = new SessionCache(2, Duration.ofSeconds(30), clock);

    @Test
    void forgetsTheLeastUsedWhenItIsFull() {
        cache.keep("a", GivenSession.ofSam());
        cache.keep("b", GivenSession.ofSam());
        assertThat(cache.find("a")).isPresent();
        cache.keep("c", GivenSession.ofSam());
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("c")).isPresent();
    }

    @Test
    void forgetsEverythingAfterItsTime() {
        cache.keep("a", GivenSession.ofSam());
        clock.pass(Duration.ofSeconds(30));
        assertThat(cache.find("a")).isEmpty();
    }
}
