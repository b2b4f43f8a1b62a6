package org.lectern.config.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressPolicyTest {

    @ParameterizedTest
    @CsvSource({"PT10S, PT1S", "PT100S, PT1S", "PT10M, PT6S", "PT50M, PT30S", "PT5H, PT30S"})
    void aHundredthOfTheLengthIsNeverFasterThanASecondNorSlowerThanThirty(Duration length, Duration every) {
        assertThat(new ProgressPolicy.EveryPercent(VideoEnd.ALL).every(length)).contains(every);
    }

    @ParameterizedTest(name = "{0} % or {1} s left, {2} of {3} ms watched: {4}")
    @CsvSource({
        "100, 0, 100000, 100000, true",
        "100, 0, 99999, 100000, false",
        "90, 0, 90000, 100000, true",
        "90, 0, 89999, 100000, false",
        "100, 15, 85000, 100000, true",
        "100, 15, 84999, 100000, false",
        "50, 15, 50000, 100000, true",
        "100, 15, 1, 10000, true",
        "100, 15, 0, 10000, false",
        "100, 0, 9223372036854, 9223372036854, true"
    })
    void eitherRuleEndsAVideo(int percent, int seconds, long watched, long length, boolean ends) {
        assertThat(new VideoEnd(percent, seconds).reached(watched, length)).isEqualTo(ends);
    }

    @Test
    void milestonesHaveNoClock() {
        assertThat(new ProgressPolicy.Milestones().every(Duration.ofHours(1))).isEmpty();
    }
}
