package org.lectern.playground.lms.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bearer tokens given out. Safe for many threads. */
final class AccessTokens {
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Grant> given = new LinkedHashMap<>();

    record Grant(String clientId, Set<String> scopes, Instant until) {}

    AccessTokens(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized String give(String clientId, Set<String> scopes, Duration life) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        given.put(token, new Grant(clientId, scopes, clock.instant().plus(life)));
        if (given.size() > MOST) {
            given.remove(given.keySet().iterator().next());
        }
        return token;
    }

    /** What the token allows; empty when it is unknown or too old. */
    synchronized Optional<Grant> find(String token) {
        return Optional.ofNullable(given.get(token))
                .filter(grant -> clock.instant().isBefore(grant.until()));
    }

    synchronized void clear() {
        given.clear();
    }
}
