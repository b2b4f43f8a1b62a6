package org.lectern.playground.lms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;

/**
 * The message hints given out with login initiations. Each is good once, for ten minutes, unless a switch says otherwise;
 * JSON text as Moodle's, so that a tool that does not hand it back byte for byte is found out. Safe for many threads.
 */
final class Hints {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Switches switches;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Given> given = new LinkedHashMap<>();

    private record Given(Click click, Instant until) {}

    Hints(Switches switches, Clock clock, SecureRandom random) {
        this.switches = switches;
        this.clock = clock;
        this.random = random;
    }

    /** A new {@code lti_message_hint} for this click. */
    synchronized String give(Click click) {
        if (switches.is(Switch.MESSAGE_HINT, "latest")) {
            // Older Moodle keeps one launch in the person's session.
            given.values().removeIf(earlier -> earlier.click().person().equals(click.person()));
        }
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String hint = "{\"cmid\":%s,\"launchid\":\"practice_%s\"}"
                .formatted(
                        click.link().map(Link::number).orElse("0"),
                        HexFormat.of().formatHex(bytes));
        given.put(hint, new Given(click, clock.instant().plus(LIFE)));
        if (given.size() > MOST) {
            given.remove(given.keySet().iterator().next());
        }
        return hint;
    }

    /** The click behind a hint, which is used up by asking; empty when unknown, used or too old. */
    synchronized Optional<Click> take(String hint) {
        Given found = switches.is(Switch.MESSAGE_HINT, "many") ? given.get(hint) : given.remove(hint);
        return Optional.ofNullable(found)
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Given::click);
    }
}
