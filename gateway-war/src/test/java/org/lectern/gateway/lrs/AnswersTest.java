package org.lectern.gateway.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.lrs.Dialect;
import org.lectern.gateway.outbound.Answer;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID A = UUID.fromString("11111111-2222-4333-8444-55555555555a");
    private static final UUID B = UUID.fromString("11111111-2222-4333-8444-55555555555b");
    private static final List<UUID> SENT = List.of(A, B);

    private static DeliveryOutcome standard(int status, String body) {
        return Answers.classify(answer(status, body, Map.of()), SENT, Dialect.STANDARD, NOW);
    }

    private static Answer answer(int status, String body, Map<String, String> headers) {
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesOnlyOurIdsForDelivered() {
        DeliveryOutcome delivered = new DeliveryOutcome.Delivered();
        assertThat(standard(200, "[\"" + A + "\",\"" + B + "\"]")).isEqualTo(delivered);
        assertThat(standard(200, " [ \"" + B.toString().toUpperCase() + "\" ]\n "))
                .isEqualTo(delivered);
        assertThat(standard(204, "")).isEqualTo(delivered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "\"11111111-2222-4333-8444-55555555555a\"",
                "<html>Sign in</html>",
                "[\"11111111-2222-4333-8444-55555555555a\"",
                "[\"11111111-2222-4333-8444-55555555555a\",]",
                "[\"11111111-2222-4333-8444-55555555555a\"] x",
                "[\"11111111-2222-4333-8444-55555555555a\",\"99999999-2222-4333-8444-55555555555b\"]",
                "[\"111111112222433384445555555555555a\"]",
                "[1,2]",
                "[[\"11111111-2222-4333-8444-55555555555a\"]]"
            })
    void takesAnyOther200ForNoDelivery(String body) {
        assertThat(standard(200, body)).isInstanceOf(DeliveryOutcome.Odd.class);
    }

    @ParameterizedTest
    @CsvSource({
        "201,Odd",
        "202,Odd",
        "206,Odd",
        "301,Odd",
        "302,Odd",
        "304,Odd",
        "307,Odd",
        "400,Refused",
        "401,Barred",
        "402,Barred",
        "403,Barred",
        "404,Barred",
        "405,Barred",
        "406,Barred",
        "408,Failed",
        "409,Conflicting",
        "410,Barred",
        "413,TooLarge",
        "415,Barred",
        "422,Refused",
        "425,Failed",
        "429,Busy",
        "500,Failed",
        "501,Barred",
        "502,Failed",
        "503,Busy",
        "504,Failed",
        "505,Barred",
        "507,Failed",
        "511,Barred",
        "599,Failed"
    })
    void knowsWhatEveryStatusMeans(int status, String outcome) {
        assertThat(standard(status, "").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void countsTheIdsOfOpenLrw() {
        String two = "[\"0123456789abcdef0123456789abcdef\",\"0123456789abcdef0123456789abcdee\"]";
        assertThat(openLrw(200, two)).isEqualTo(new DeliveryOutcome.Delivered());
        assertThat(openLrw(200, "[\"0123456789abcdef0123456789abcdef\"]")).isInstanceOf(DeliveryOutcome.Odd.class);
        assertThat(openLrw(200, "")).isInstanceOf(DeliveryOutcome.Odd.class);
        assertThat(openLrw(204, "")).isInstanceOf(DeliveryOutcome.Odd.class);
    }

    private static DeliveryOutcome openLrw(int status, String body) {
        return Answers.classify(answer(status, body, Map.of()), SENT, Dialect.OPENLRW, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|PT7S",
                " 120 |PT2M",
                "0|PT1S",
                "3600|PT1H",
                "99999|PT1H",
                "99999999999999999999|PT1H",
                "Sun, 22 Nov 2026 10:00:30 GMT|PT30S",
                "Sun, 22 Nov 2026 09:00:00 GMT|PT1S",
                "Mon, 23 Nov 2026 10:00:00 GMT|PT1H",
                "soon|",
                "-5|",
                "1.5|",
                "''|"
            })
    void waitsAsTold(String header, String wait) {
        for (int status : new int[] {429, 503}) {
            assertThat(Answers.classify(answer(status, "", Map.of("retry-after", header)), SENT, Dialect.STANDARD, NOW))
                    .isEqualTo(
                            new DeliveryOutcome.Busy(Optional.ofNullable(wait).map(Duration::parse)));
        }
    }

    @Test
    void passesOnTheWordsOfTheLrsCleanAndShort() {
        DeliveryOutcome.Refused refused = (DeliveryOutcome.Refused)
                standard(400, "<h1>Bad\u0000</h1>\r\n<script>alert(1)</script>field\u202e 'verb' " + "x".repeat(5000));
        assertThat(refused.words())
                .startsWith("HTTP 400: Bad field 'verb' xxx")
                .endsWith("…")
                .hasSizeLessThan(1100);
        assertThat(((DeliveryOutcome.Refused) standard(400, "")).words()).isEqualTo("HTTP 400");
    }
}
