package org.lectern.gateway.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * How many logins may be pending, so that strangers cannot fill the database: in all, and of one platform, so that one cannot keep the
 * others out. Counts anew every few seconds and by itself in between; on several nodes it is right to that extent. Safe for any thread.
 */
final class LoginRoom {

    private static final Duration COUNT_AGAIN = Duration.ofSeconds(5);

    private final int mostInAll;
    private final int mostOfOne;
    private final Clock clock;
    private final Supplier<Map<String, Integer>> counting;
    private Map<String, Integer> pending = new HashMap<>();
    private int all;
    private Instant countAgain = Instant.MIN;

    /** @param counting pending logins by {@link #key} */
    LoginRoom(int mostInAll, int mostOfOne, Clock clock, Supplier<Map<String, Integer>> counting) {
        this.mostInAll = mostInAll;
        this.mostOfOne = mostOfOne;
        this.clock = clock;
        this.counting = counting;
    }

    static String key(String issuer, String clientId) {
        return issuer + '\n' + clientId;
    }

    /** @throws LaunchRejected {@code login.overloaded} */
    synchronized void enter(String issuer, String clientId) {
        Instant now = clock.instant();
        if (!now.isBefore(countAgain)) {
            pending = new HashMap<>(counting.get());
            all = pending.values().stream().mapToInt(Integer::intValue).sum();
            countAgain = now.plus(COUNT_AGAIN);
        }
        String platform = key(issuer, clientId);
        if (all >= mostInAll) {
            throw new LaunchRejected(LaunchRefusal.LOGIN_OVERLOADED, mostInAll + " logins are pending");
        }
        if (pending.getOrDefault(platform, 0) >= mostOfOne) {
            throw new LaunchRejected(
                    LaunchRefusal.LOGIN_OVERLOADED, mostOfOne + " logins of this platform are pending");
        }
        pending.merge(platform, 1, Integer::sum);
        all++;
    }
}
