package org.lectern.playground.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is a statement, and what is not. */
final class StatementRulesTest {
    private static final String GOOD = """
            {"id":"704dafce-9c14-41c3-88bd-47c348641623","actor":{"account":{"homePage":"https://acme.example","name":"7"}},
            "verb":{"id":"https://verbs.example/played","display":{"en":"played"}},
            "object":{"id":"https://videos.example/1","definition":{"type":"https://types.example/video"}},
            "result":{"score":{"scaled":0.5,"raw":5,"min":0,"max":10},"completion":true,"duration":"PT135.83S",
              "extensions":{"https://ext.example/x":null}},
            "context":{"registration":"8b7f0a52-1c3d-4e90-b6aa-5d4f7e2c1b03","platform":"P","language":"en-US",
              "contextActivities":{"parent":{"id":"https://courses.example/1"}}},
            "timestamp":"2026-11-22T09:00:00.000Z"}""";

    static Stream<Path> examples() throws IOException, URISyntaxException {
        Path folder =
                Path.of(StatementRulesTest.class.getResource("/xapi-examples").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    @Test
    void hasAllExamples() throws IOException, URISyntaxException {
        assertThat(examples()).hasSize(44);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesEveryExample(Path example) throws IOException {
        PracticeStore lrs = new PracticeStore();

        assertThat(lrs.post(Files.readString(example)).status()).isEqualTo(200);
    }

    @Test
    void takesAFullStatement() {
        assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"704dafce-9c14-41c3-88bd-47c348641623\" | \"id\":\"7\" | id",
                "\"timestamp\" | \"colour\":\"blue\",\"timestamp\" | colour",
                "\"timestamp\" | \"Timestamp\" | Timestamp",
                "\"verb\":{\"id\" | \"verb\":{\"ID\" | verb.ID",
                "https://verbs.example/played | played | verb.id",
                "https://videos.example/1 | //videos.example/1 | object.id",
                "\"en\":\"played\" | \"not a tag\":\"played\" | verb.display.not a tag",
                "\"name\":\"7\"}} | \"name\":\"7\"},\"mbox\":\"mailto:a@b.example\"} | actor",
                "\"name\":\"7\"}} | \"name\":7}} | actor.account.name",
                "\"account\":{ | \"objectType\":\"Agent\",\"name\":null,\"account\":{ | actor.name",
                "\"scaled\":0.5 | \"scaled\":1.5 | result.score.scaled",
                "\"raw\":5 | \"raw\":11 | result.score",
                "\"raw\":5 | \"raw\":\"5\" | result.score.raw",
                "\"completion\":true | \"completion\":\"true\" | result.completion",
                "PT135.83S | 135 s | result.duration",
                "PT135.83S | P | result.duration",
                "https://ext.example/x | x | result.extensions.x",
                "8b7f0a52-1c3d-4e90-b6aa-5d4f7e2c1b03 | 8b7f0a52 | context.registration",
                "\"parent\" | \"parents\" | context.contextActivities.parents",
                "https://courses.example/1 | course 1 | context.contextActivities.parent.id",
                "09:00:00.000Z | 09:00:00.000 | timestamp",
                "09:00:00.000Z | 09:00:00.000-00:00 | timestamp",
                "09:00:00.000Z | 25:00:00Z | timestamp",
                "\"timestamp\" | \"version\":\"2.0.0\",\"timestamp\" | version",
                "\"object\":{ | \"object\":{\"objectType\":\"Video\", | object",
                "\"object\":{ | \"object\":{\"objectType\":\"StatementRef\", | object.definition"
            })
    void refusesAndNamesTheField(String good, String bad, String field) {
        String broken = GOOD.replace(good, bad);

        assertThat(broken).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> check(broken)).isInstanceOf(Refused.class).hasMessageStartingWith(field + " ");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T11:00:00+02:00", "2026-11-22T09:00:00.123456789Z", "2026-11-22T09:00Z"})
    void takesTimestampsWithAZone(String timestamp) {
        assertThatCode(() -> check(GOOD.replace("2026-11-22T09:00:00.000Z", timestamp)))
                .doesNotThrowAnyException();
    }

    private static void check(String text) {
        StatementRules.check(JsonText.read(text));
    }
}
