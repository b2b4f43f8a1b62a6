package org.lectern.gateway.caliper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.outbound.Answer;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, delivered",
        "201, delivered",
        "202, delivered",
        "204, delivered",
        "302, odd",
        "400, refused",
        "422, refused",
        "401, barred",
        "403, barred",
        "404, barred",
        "405, barred",
        "415, barred",
        "418, barred",
        "408, failed",
        "413, toolarge",
        "429, busy",
        "503, busy",
        "500, failed",
        "502, failed"
    })
    void saysWhatAnAnswerMeans(int status, String outcome) {
        assertThat(classify(status, Map.of(), "").label()).isEqualTo(outcome);
    }

    @Test
    void aWebPageIsNoEndpointEvenIfItIsWell() {
        assertThat(classify(200, Map.of("content-type", "text/html; charset=utf-8"), "<p>Sign in</p>"))
                .isInstanceOf(DeliveryOutcome.Odd.class);
        assertThat(classify(200, Map.of("content-type", "text/html"), ""))
                .isInstanceOf(DeliveryOutcome.Delivered.class);
    }

    @Test
    void waitsAsLongAsAsked() {
        assertThat(classify(503, Map.of("retry-after", "30"), ""))
                .isEqualTo(new DeliveryOutcome.Busy(Optional.of(Duration.ofSeconds(30))));
    }

    private static DeliveryOutcome classify(int status, Map<String, String> headers, String body) {
        return Answers.classify(new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
