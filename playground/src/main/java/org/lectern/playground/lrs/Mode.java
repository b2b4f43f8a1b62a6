package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lectern.playground.web.BadRequest;

/**
 * How the LRS behaves: well, or in one of the ways real ones fail. {@code delay} is milliseconds before the answer,
 * {@code retryAfter} seconds or an HTTP date, {@code bytes} the largest body that still passes, {@code refuse} a
 * statement id or verb IRI, {@code times} after how many requests it behaves again (0: never by itself).
 */
record Mode(String name, long delay, String retryAfter, int bytes, String refuse, int times) {
    static final String OK = "ok";
    static final String SLOW = "slow";
    static final String DOWN = "down";
    static final String LIES = "200-lie";
    static final String REFUSES_ONE = "400-for";
    static final String ANSWERS_LATE = "answer-late";
    static final String STORES_THEN_FAILS = "store-then-500";
    static final String STORES_THEN_HANGS_UP = "store-then-close";
    static final String TOO_LARGE = "413";
    static final List<String> NAMED =
            List.of(OK, SLOW, DOWN, LIES, REFUSES_ONE, ANSWERS_LATE, STORES_THEN_FAILS, STORES_THEN_HANGS_UP);
    static final Mode WELL = new Mode(OK, 0, "", 0, "", 0);

    private static final long DEFAULT_DELAY = 2_000;
    private static final long LONGEST_DELAY = Duration.ofHours(1).toMillis();

    Mode {
        if (!NAMED.contains(name) && !name.matches("[345]\\d\\d")) {
            throw new BadRequest(
                    "mode is \"" + name + "\"; it may be one of " + NAMED + " or a status from 300 to 599", null);
        }
        if (delay < 0 || delay > LONGEST_DELAY || bytes < 0 || times < 0) {
            throw new BadRequest("delay must be 0 to " + LONGEST_DELAY + " ms, bytes and times at least 0", null);
        }
        if (retryAfter.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new BadRequest("retryAfter must be printable ASCII", null);
        }
        if (name.equals(REFUSES_ONE) && refuse.isEmpty()) {
            throw new BadRequest("mode 400-for needs refuse: a statement id or a verb IRI", null);
        }
    }

    /** From the fields of a form or a JSON object; "close" and "lie" are other words for down and 200-lie. */
    static Mode of(Function<String, Optional<String>> field) {
        String asked = field.apply("mode").orElseThrow(() -> new BadRequest("mode is missing", null));
        String name = asked.equals("close") ? DOWN : asked.equals("lie") ? LIES : asked;
        boolean waits = name.equals(SLOW) || name.equals(ANSWERS_LATE);
        return new Mode(
                name,
                number(field, "delay", waits ? DEFAULT_DELAY : 0),
                field.apply("retryAfter").orElse(""),
                (int) number(field, "bytes", 0),
                field.apply("refuse").orElse(""),
                (int) number(field, "times", 0));
    }

    /** The status this mode answers whatever comes; empty for those that look at the request. */
    Optional<Integer> plainStatus() {
        return NAMED.contains(name) || name.equals(TOO_LARGE) ? Optional.empty() : Optional.of(Integer.valueOf(name));
    }

    /** The mode after one more request: a counted one ends by itself. */
    Mode spent() {
        if (times == 0) {
            return this;
        }
        return times == 1 ? WELL : new Mode(name, delay, retryAfter, bytes, refuse, times - 1);
    }

    boolean refuses(Candidate candidate) {
        return name.equals(REFUSES_ONE) && (refuse.equalsIgnoreCase(candidate.id()) || refuse.equals(candidate.verb()));
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("mode", name)
                .add("delay", delay)
                .add("retryAfter", retryAfter)
                .add("bytes", bytes)
                .add("refuse", refuse)
                .add("times", times)
                .build();
    }

    private static long number(Function<String, Optional<String>> field, String name, long other) {
        String text = field.apply(name).orElse(Long.toString(other));
        if (!text.matches("\\d{1,9}")) {
            throw new BadRequest(name + " must be a whole number below 1000000000, found " + text, null);
        }
        return Long.parseLong(text);
    }
}
