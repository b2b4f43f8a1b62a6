package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.problem.Problem;

class FactsJsonTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:01.000Z");
    private static final String HEAD = """
            {"playback":"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4","media":"intro","sent":"2026-11-22T10:00:00.000Z","facts":[""";

    @Test
    void readsTheDesignsExample() {
        FactsRequest request = read("""
                {"seq":1,"at":"2026-11-22T09:58:00Z","kind":"ready","length":124.3,"player":{"speed":1,"volume":0.8,"fullScreen":false}},
                {"seq":2,"at":"2026-11-22T09:58:01Z","kind":"play","time":0},
                {"seq":3,"at":"2026-11-22T09:58:02Z","kind":"heartbeat","time":10.0},
                {"seq":4,"at":"2026-11-22T09:58:03Z","kind":"seek","from":12.1,"to":30},
                {"seq":5,"at":"2026-11-22T09:58:04Z","kind":"rate","time":31,"from":1,"to":1.5},
                {"seq":6,"at":"2026-11-22T09:58:05Z","kind":"control","time":32,"changed":{"captions":true,"captionsLanguage":"en"}},
                {"seq":7,"at":"2026-11-22T09:58:06Z","kind":"pause","time":57.1},
                {"seq":8,"at":"2026-11-22T09:58:07Z","kind":"ended","time":124.3},
                {"seq":9,"at":"2026-11-22T09:58:08Z","kind":"leave","time":124.3}""");

        assertThat(request.refused()).isEmpty();
        assertThat(request.facts())
                .hasExactlyElementsOfTypes(
                        Fact.Ready.class,
                        Fact.Play.class,
                        Fact.Heartbeat.class,
                        Fact.Seek.class,
                        Fact.Rate.class,
                        Fact.Control.class,
                        Fact.Pause.class,
                        Fact.Ended.class,
                        Fact.Leave.class);
        assertThat(request.facts().get(3))
                .isEqualTo(new Fact.Seek(4, Instant.parse("2026-11-22T09:58:03Z"), 12_100, 30_000));
        assertThat(((Fact.Ready) request.facts().get(0)).length()).hasValue(124_300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"explode\",\"time\":1} | kind_unknown",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"time\":1} | kind_missing",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":7,\"time\":1} | kind_missing",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\"} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\",\"time\":-0.001} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\",\"time\":\"1\"} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\",\"time\":null} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\",\"time\":1e99} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"play\",\"time\":1e-9999} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"seek\",\"from\":1,\"to\":true} | position_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"rate\",\"time\":1,\"from\":1,\"to\":0} | speed_invalid",
                "{\"seq\":4,\"at\":\"2026-11-22T09:58:00Z\",\"kind\":\"control\",\"time\":1,\"changed\":{\"volume\":9}} | nothing_changed",
                "{\"seq\":4,\"at\":\"yesterday\",\"kind\":\"play\",\"time\":1} | at_invalid",
                "{\"seq\":4,\"at\":1763805600000,\"kind\":\"play\",\"time\":1} | at_invalid",
                "{\"seq\":4,\"at\":\"+999999999-01-01T00:00:00Z\",\"kind\":\"play\",\"time\":1} | at_invalid"
            })
    void refusesASenselessFactByNameAndKeepsItsNumber(String fact, String reason) {
        FactsRequest request = read(fact);

        assertThat(request.refused()).containsExactly(Refusal.of(4, reason));
        assertThat(request.facts()).singleElement().isInstanceOf(Fact.Senseless.class);
        assertThat(request.facts().get(0).seq()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seq\":0,\"kind\":\"play\"}",
                "{\"seq\":-1,\"kind\":\"play\"}",
                "{\"seq\":1.5,\"kind\":\"play\"}",
                "{\"seq\":\"1\",\"kind\":\"play\"}",
                "{\"seq\":1e30,\"kind\":\"play\"}",
                "{\"seq\":1e999999,\"kind\":\"play\"}",
                "{\"kind\":\"play\"}",
                "7",
                "null"
            })
    void refusesAFactWithoutANumberAndStopsNothingElse(String fact) {
        FactsRequest request = read(fact + ",{\"seq\":2,\"at\":\"2026-11-22T09:58:01Z\",\"kind\":\"play\",\"time\":0}");

        assertThat(request.refused()).hasSize(1);
        assertThat(request.facts()).singleElement().isInstanceOf(Fact.Play.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | facts.malformed",
                "[] | facts.malformed",
                "`` | facts.malformed",
                "{\"playback\":\"x\"} | facts.playback_invalid",
                "{\"playback\":\"3f0c5a1e-7d42-1b86-9a57-0c2b8e61d9f4\"} | facts.playback_invalid",
                "{\"playback\":7} | facts.playback_invalid",
                "{\"playback\":\"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4\",\"playback\":\"y\"} | facts.malformed",
                "{\"playback\":\"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4\"} | facts.media_invalid",
                "{\"playback\":\"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4\",\"media\":\"a b\"} | facts.media_invalid",
                "{\"playback\":\"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4\",\"media\":\"m\",\"sent\":\"now\"} | facts.sent_invalid",
                "{\"playback\":\"3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4\",\"media\":\"m\",\"sent\":\"2026-11-22T10:00:00Z\",\"facts\":{}} | facts.facts_invalid"
            })
    void refusesABrokenEnvelopeByName(String body, String code) {
        assertThatThrownBy(() -> FactsJson.read(body.getBytes(StandardCharsets.UTF_8), RECEIVED))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.status()).isEqualTo(400);
                });
    }

    @Test
    void refusesTooMuchWith413() {
        String fact = "{\"seq\":1}";
        String many = IntStream.range(0, 1_001).mapToObj(i -> fact).collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(many))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("facts.too_many"));
        assertThatThrownBy(() -> FactsJson.read(new byte[FactsJson.MOST_BYTES + 1], RECEIVED))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void refusesDeepNestingAndBrokenUtf8WithoutFalling() {
        byte[] deep = ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] broken = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        for (byte[] body : List.of(deep, broken)) {
            assertThatThrownBy(() -> FactsJson.read(body, RECEIVED))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("facts.malformed"));
        }
    }

    @Test
    void correctsAPageClockThatIsWrongAndLeavesOneAloneThatIsRight() {
        Instant at = Instant.parse("2026-11-22T09:58:00Z");

        assertThat(PageClock.of(RECEIVED.minusMillis(800), RECEIVED).correct(at, 0))
                .isEqualTo(at);
        assertThat(PageClock.of(RECEIVED.minusSeconds(3_600), RECEIVED).correct(at.minusSeconds(3_600), 0))
                .isEqualTo(at);
        assertThat(PageClock.of(RECEIVED.plusSeconds(60), RECEIVED).correct(at.plusSeconds(60), 0))
                .isEqualTo(at);
        assertThat(PageClock.of(RECEIVED, RECEIVED).correct(RECEIVED.plusSeconds(60), 3))
                .isBefore(RECEIVED);
    }

    @Test
    void dropsPlayerValuesThatCannotBe() {
        FactsRequest request = read("""
                {"seq":1,"at":"2026-11-22T09:58:00Z","kind":"ready","length":"NaN","player":{"speed":0,"volume":2,"track":"a\\u0000b",
                "captionsLanguage":"english please","screenSize":"big","quality":1e12,"userAgent":"\\ud800","fullScreen":true}}""");

        Fact.Ready ready = (Fact.Ready) request.facts().get(0);
        assertThat(ready.length()).isEmpty();
        assertThat(ready.player().fullScreen()).contains(true);
        assertThat(PlayerJson.write(ready.player()).build()).hasSize(1);
    }

    @Property(tries = 1_000)
    void anyBytesAreReadOrRefusedByName(@ForAll byte[] body) {
        try {
            FactsJson.read(body, RECEIVED);
        } catch (Problem problem) {
            assertThat(problem.status()).isBetween(400, 413);
        }
    }

    /** Facts whose every value is some JSON, right or wrong. */
    @Property(tries = 1_000)
    void anyJsonInPlaceOfAnyValueIsReadOrRefused(@ForAll("kinds") String kind, @ForAll("json") String value) {
        String fact = """
                {"seq":1,"at":"2026-11-22T09:58:00Z","kind":"%s","time":%s,"from":%s,"to":%s,"length":%s,"changed":%s,"player":%s}""".formatted(kind, value, value, value, value, value, value);

        FactsRequest request = read(fact);

        assertThat(request.facts()).hasSize(1);
        assertThat(FactJson.kept(FactJson.write(request.facts().get(0)).build()))
                .isEqualTo(request.facts().get(0));
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(
                "ready", "play", "pause", "heartbeat", "seek", "rate", "control", "ended", "leave", "senseless", "?");
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                "0",
                "1.5",
                "12.3456",
                "-1",
                "1e400",
                "1e-400",
                "1E+5",
                "true",
                "null",
                "\"x\"",
                "[]",
                "{}",
                "{\"volume\":0.5,\"quality\":720.5}",
                "{\"captions\":true,\"track\":\"t\"}",
                "{\"speed\":\"1\"}",
                "99999999999999999999999999999999999999999999999999",
                "0.1234567890123456789012345678901234567890123");
    }

    private static FactsRequest read(String facts) {
        return FactsJson.read((HEAD + facts + "]}").getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
