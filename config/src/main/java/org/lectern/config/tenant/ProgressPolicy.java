package org.lectern.config.tenant;

import java.time.Duration;
import java.util.Optional;

/**
 * When watching is reported as progress ({@code lectern.tenant.<id>.progress}; Kaltura's beacon interval). The end is reported as soon
 * as it is reached, whatever else is.
 */
public sealed interface ProgressPolicy {

    /** When a video counts as finished. */
    VideoEnd end();

    /**
     * How much playing, by the learner's clock, lies between two reports; empty when milestones of the video decide.
     *
     * @param length of the video
     */
    Optional<Duration> every(Duration length);

    /** At 0, 25, 50, 75 and 100 percent watched, each once per registration; Kaltura's "Quarters". */
    record Milestones(VideoEnd end) implements ProgressPolicy {

        /** Finished when all is watched. */
        public Milestones() {
            this(VideoEnd.ALL);
        }

        @Override
        public Optional<Duration> every(Duration length) {
            return Optional.empty();
        }
    }

    /** Every hundredth of the video's length while playing, but not faster than 1 s nor slower than 30 s; Kaltura's "One percent". */
    record EveryPercent(VideoEnd end) implements ProgressPolicy {

        private static final Duration FASTEST = Duration.ofSeconds(1);
        private static final Duration SLOWEST = Duration.ofSeconds(30);

        @Override
        public Optional<Duration> every(Duration length) {
            Duration hundredth = length.dividedBy(100);
            if (hundredth.compareTo(FASTEST) < 0) {
                return Optional.of(FASTEST);
            }
            return Optional.of(hundredth.compareTo(SLOWEST) > 0 ? SLOWEST : hundredth);
        }
    }

    /**
     * Every so often while playing, by the learner's clock.
     *
     * @param every 1 s to 10 min
     */
    record Interval(Duration every, VideoEnd end) implements ProgressPolicy {
        public Interval {
            if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new IllegalArgumentException("an interval of 1 s to 10 min, found " + every);
            }
        }

        /** Finished when all is watched. */
        public Interval(Duration every) {
            this(every, VideoEnd.ALL);
        }

        @Override
        public Optional<Duration> every(Duration length) {
            return Optional.of(every);
        }
    }
}
