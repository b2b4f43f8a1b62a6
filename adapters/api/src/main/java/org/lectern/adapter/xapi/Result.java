package org.lectern.adapter.xapi;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of it (xAPI Data §4.1.5), as far as anything here ever says.
 *
 * @param completion whether the activity was completed
 * @param response what the actor answered or wrote, not blank
 * @param duration time spent, not negative; written in seconds with at most two decimals
 * @param extensions further values
 */
public record Result(
        Optional<Boolean> completion, Optional<String> response, Optional<Duration> duration, Extensions extensions) {

    /** Nothing came of it; not written. */
    public static final Result NONE = of(Extensions.NONE);

    public Result {
        response = response.filter(text -> !text.isBlank());
        if (duration.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("negative duration: " + duration.get());
        }
    }

    /** Without a response. */
    public Result(Optional<Boolean> completion, Optional<Duration> duration, Extensions extensions) {
        this(completion, Optional.empty(), duration, extensions);
    }

    /** Extensions and nothing else. */
    public static Result of(Extensions extensions) {
        return new Result(Optional.empty(), Optional.empty(), extensions);
    }

    /** A response and nothing else; nothing at all without one. */
    public static Result response(Optional<String> response) {
        return new Result(Optional.empty(), response, Optional.empty(), Extensions.NONE);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return completion.isEmpty() && response.isEmpty() && duration.isEmpty() && extensions.isEmpty();
    }
}
