package org.lectern.gateway.operations.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT-3S, 0 seconds",
        "PT1S, 1 second",
        "PT90S, 90 seconds",
        "PT2M, 2 minutes",
        "PT119M, 119 minutes",
        "PT2H, 2 hours",
        "PT47H, 47 hours",
        "PT48H, 2 days"
    })
    void saysSpansInTheLargestUnitThatLeavesTwo(Duration span, String words) {
        assertThat(Words.span(span)).isEqualTo(words);
    }

    @Test
    void letsNothingFromOutsideMoveTheCursor() {
        assertThat(Words.cell("a\u001b[2J\nb\u202ec\u0085d")).isEqualTo("a [2J b c d");
        assertThat(Words.cell("x".repeat(500))).hasSize(100).endsWith("…");
    }
}
