package org.lectern.config.tenant;

import java.time.Duration;

/** When watching is reported as progress ({@code lectern.tenant.<id>.progress}). */
public sealed interface ProgressPolicy {

    /** At 0, 25, 50, 75 and 100 percent watched, each once per registration. */
    record Milestones() implements ProgressPolicy {}

    /**
     * Every so often while playing, by the learner's clock.
     *
     * @param every 1 s to 10 min
     */
    record Interval(Duration every) implements ProgressPolicy {
        public Interval {
            if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new IllegalArgumentException("an interval of 1 s to 10 min, found " + every);
            }
        }
    }
}
