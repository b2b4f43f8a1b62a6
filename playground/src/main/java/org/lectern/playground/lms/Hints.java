package org.lectern.playground.lms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The message hints given out with login initiations. Each is good once, for ten minutes; JSON text as Moodle's, so that
 * a tool that does not hand it back byte for byte is found out. Safe for many threads.
 */
final class Hints {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Given> given = new LinkedHashMap<>();

    private record Given(Click click, Instant until) {}

    Hints(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new {@code lti_message_hint} for this click. */
    synchronized String give(Click click) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String hint = "{\"cmid\":%s,\"launchid\":\"practice_%s\"}"
                .formatted(click.link().number(), HexFormat.of().formatHex(bytes));
        given.put(hint, new Given(click, clock.instant().plus(LIFE)));
        if (given.size() > MOST) {
            given.remove(given.keySet().iterator().next());
        }
        return hint;
    }

    /** The click behind a hint, which is used up by asking; empty when unknown, used or too old. */
    synchronized Optional<Click> take(String hint) {
        return Optional.ofNullable(given.remove(hint))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Given::click);
    }
}
