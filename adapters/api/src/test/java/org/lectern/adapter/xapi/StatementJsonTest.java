package org.lectern.adapter.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.judge.StatementCheck;

class StatementJsonTest {

    private static final UUID ID = UUID.fromString("0d4f6593-7ab1-42b3-94bb-6396d39acac0");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:06Z");
    private static final Iri KEY = new Iri("https://example.edu/x");
    private static final Actor ACTOR =
            new Actor(Optional.of("Learner"), new ActorIdentity.Account(URI.create("https://example.edu"), "u-1"));
    private static final Verb PLAYED = Verb.of("https://example.edu/played", "played");

    @Test
    void writesTheKeysInOneOrderAndLeavesOutWhatIsEmpty() {
        assertThat(json(ACTOR, Result.NONE, StatementContext.NONE))
                .isEqualTo("{\"id\":\"0d4f6593-7ab1-42b3-94bb-6396d39acac0\","
                        + "\"actor\":{\"objectType\":\"Agent\",\"name\":\"Learner\","
                        + "\"account\":{\"homePage\":\"https://example.edu\",\"name\":\"u-1\"}},"
                        + "\"verb\":{\"id\":\"https://example.edu/played\",\"display\":{\"en\":\"played\"}},"
                        + "\"object\":{\"objectType\":\"Activity\",\"id\":\"https://example.edu/v\"},"
                        + "\"timestamp\":\"2026-03-02T09:00:06.000Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:06Z, 2026-03-02T09:00:06.000Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00.010Z, 1970-01-01T00:00:00.010Z",
        "0999-02-03T04:05:06.007Z, 0999-02-03T04:05:06.007Z"
    })
    void writesTimesInUtcToTheMillisecond(Instant at, String written) {
        assertThat(StatementJson.timestamp(at)).isEqualTo(written);
    }

    @Test
    void writesContextActivitiesAsArrays() {
        ContextActivities around =
                new ContextActivities(List.of(), List.of(Activity.reference(KEY)), List.of(), List.of());
        StatementContext context = new StatementContext(
                Optional.of(ID), around, Optional.of(" "), LanguageTag.parse("de_ch"), Extensions.NONE);
        assertThat(json(ACTOR, Result.NONE, context))
                .contains("\"context\":{\"registration\":\"0d4f6593-7ab1-42b3-94bb-6396d39acac0\","
                        + "\"contextActivities\":{\"grouping\":[{\"objectType\":\"Activity\","
                        + "\"id\":\"https://example.edu/x\"}]},\"language\":\"de-ch\"},");
    }

    @Test
    void writesAResponseAndNothingForABlankOne() {
        assertThat(json(ACTOR, Result.response(Optional.of("Why\n\"so\"?")), StatementContext.NONE))
                .contains("\"result\":{\"response\":\"Why\\n\\\"so\\\"?\"},");
        assertThat(json(ACTOR, Result.response(Optional.of(" ")), StatementContext.NONE))
                .doesNotContain("result");
    }

    @Test
    void writesEachKindOfExtensionAsItsJsonType() {
        Extensions extensions = Extensions.NONE
                .with(KEY.then("/n"), 7)
                .with(KEY.then("/b"), true)
                .with(KEY.then("/t"), "ä\"\\\n")
                .with(KEY.then("/a"), new Actor(Optional.empty(), new ActorIdentity.Mbox("a@example.edu")));
        assertThat(json(ACTOR, Result.of(extensions), StatementContext.NONE))
                .contains("\"extensions\":{\"https://example.edu/x/n\":7,\"https://example.edu/x/b\":true,"
                        + "\"https://example.edu/x/t\":\"ä\\\"\\\\\\n\",\"https://example.edu/x/a\":"
                        + "{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@example.edu\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "124.300, 124.3",
        "0.000, 0",
        "0, 0",
        "1E+3, 1000",
        "100, 100",
        "0.0000001, 0",
        "0.000001, 0.000001",
        "-2.50, -2.5",
        "12345678.125, 12345678.125"
    })
    void writesNumbersPlainly(String number, String written) {
        Extensions extensions = Extensions.NONE.with(KEY, new BigDecimal(number));
        assertThat(json(ACTOR, Result.of(extensions), StatementContext.NONE)).contains("/x\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource({"PT2M15.839S, PT135.83S", "PT2M, PT120S", "PT0S, PT0S", "PT0.009S, PT0S", "PT1H, PT3600S"})
    void writesTimeSpentInSecondsWithTwoDecimals(Duration spent, String written) {
        Result result = new Result(Optional.of(true), Optional.of(spent), Extensions.NONE);
        assertThat(json(ACTOR, result, StatementContext.NONE))
                .contains("\"result\":{\"completion\":true,\"duration\":\"" + written + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"57.100, PT57.1S", "0.000, PT0S", "46.875, PT46.875S", "30, PT30S", "100.0, PT100S", "1.0009, PT1S"})
    void writesPositionsInSecondsWithThreeDecimals(BigDecimal position, String written) {
        assertThat(Seconds.position(position)).isEqualTo(written);
    }

    @Test
    void hashedMailAddressesAndBlankNamesAreWrittenAsTheStandardWants() {
        String hash = "0f3d0c1f6f6f7c9b0a4f1d2e3c4b5a69788796a5";
        Actor actor = new Actor(Optional.of(" "), new ActorIdentity.MboxSha1(hash));
        assertThat(json(actor, Result.NONE, StatementContext.NONE))
                .contains("\"actor\":{\"objectType\":\"Agent\",\"mbox_sha1sum\":\"" + hash + "\"}");
    }

    @Test
    void theSameStatementGivesTheSameBytes() {
        assertThat(StatementJson.bytes(statement(ACTOR, Result.NONE, StatementContext.NONE)))
                .isEqualTo(StatementJson.bytes(statement(ACTOR, Result.NONE, StatementContext.NONE)));
    }

    @Test
    void whatItWritesIsValid() {
        StatementCheck check = new StatementCheck(AT.plusSeconds(1));
        assertThat(check.faults(json(ACTOR, Result.NONE, StatementContext.NONE)))
                .isEmpty();
    }

    @Test
    void keepsTheTimestampToTheMillisecondOnly() {
        Statement statement = new Statement(
                ID,
                ACTOR,
                PLAYED,
                Activity.reference(KEY),
                Result.NONE,
                StatementContext.NONE,
                AT.plusNanos(1_999_999));
        assertThat(statement.timestamp()).isEqualTo(AT.plusMillis(1));
    }

    @Test
    void refusesIdsThatAnLrsRefuses() {
        assertThatThrownBy(() -> new Statement(
                        new UUID(1, 2), ACTOR, PLAYED, Activity.reference(KEY), Result.NONE, StatementContext.NONE, AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesIdentifiersWithoutScheme() {
        assertThatThrownBy(() -> new Iri("video.example.edu/x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String json(Actor actor, Result result, StatementContext context) {
        return new String(StatementJson.bytes(statement(actor, result, context)), StandardCharsets.UTF_8);
    }

    private static Statement statement(Actor actor, Result result, StatementContext context) {
        Activity video = Activity.reference(new Iri("https://example.edu/v"));
        return new Statement(ID, actor, PLAYED, video, result, context, AT);
    }
}
