package org.lectern.adapter.judge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    private static final Map<String, String> THEIRS =
            Map.of("https://a.example/xapi/ext/", "<ext>", "https://a.example", "<site>");
    private static final Map<String, String> OURS =
            Map.of("http://127.0.0.1:1/xapi/ext/", "<ext>", "http://127.0.0.1:1/acme", "<site>");

    private static final String EXAMPLE = """
            {"id":"1","verb":{"id":"https://verbs.example/shared","display":{"en":"shared"}},
            "object":{"objectType":"Activity","id":"https://a.example/media/t/1_k3v9","definition":{"type":"https://t.example/video"}},
            "result":{"completion":true,"extensions":{"https://e.example/time":12.5}},
            "context":{"contextActivities":{"category":[{"id":"https://w.example/source"},
              {"id":"https://a.example/default/channels/view/channelid/42","definition":{"name":{"en":"Biology"}}}]},
              "extensions":{"https://a.example/xapi/ext/event":"entryPublish"}}}""";

    private static final String REAL = """
            {"verb":{"display":{"en":"shared"},"id":"https://verbs.example/shared"},"id":"2",
            "object":{"objectType":"Activity","id":"http://127.0.0.1:1/acme/media/t/intro","definition":{"type":"https://t.example/video"}},
            "result":{"completion":true,"extensions":{"https://e.example/time":3}},
            "context":{"contextActivities":{"category":[
              {"id":"http://127.0.0.1:1/acme/default/channels/view/channelid/7","definition":{"name":{"en":"Chemistry"}}},
              {"id":"https://w.example/source"}]},
              "extensions":{"http://127.0.0.1:1/xapi/ext/event":"entryPublish"}}}""";

    @Test
    void valuesOrderAndTheOperatorsOwnAddressesAreNoDifference() {
        assertThat(shape(EXAMPLE, THEIRS).differences(shape(REAL, OURS))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"id\":\"2\",; ``; lacks $.id",
                "\"id\":\"2\"; \"id\":2; says [number] for [string] at $.id",
                "\"id\":\"2\"; \"id\":\"2\",\"version\":\"1\"; has $.version",
                "verbs.example/shared; verbs.example/Shared; says ['https://verbs.example/Shared', string] for ['https://verbs.example/shared', string] at $.verb.id",
                "{\"en\":\"shared\"}; {\"en\":\"gave\"}; says ['gave', string] for ['shared', string] at $.verb.display.en",
                "t.example/video; t.example/webinar; says ['https://t.example/webinar', string] for ['https://t.example/video', string] at $.object.definition.type",
                "w.example/source; w.example/other; says ['<site>/default/channels/view/channelid/*', 'https://w.example/other', string] for ['<site>/default/channels/view/channelid/*', 'https://w.example/source', string] at $.context.contextActivities.category[].id",
                "media/t/intro; video/intro; says ['<site>/video/intro', string] for ['<site>/media/t/*', string] at $.object.id",
                "e.example/time; e.example/tide; lacks $.result.extensions.https://e.example/time",
                "e.example/time; e.example/tide; has $.result.extensions.https://e.example/tide",
                "\"entryPublish\"; \"entryLike\"; says ['entryLike', string] for ['entryPublish', string] at $.context.extensions.<ext>event",
                ",\"definition\":{\"name\":{\"en\":\"Chemistry\"}}; ``; lacks $.context.contextActivities.category[].definition",
                "\"completion\":true; \"completion\":false; says ['false', boolean] for ['true', boolean] at $.result.completion",
            })
    void differencesAreNamed(String from, String to, String difference) {
        assertThat(REAL).contains(from);
        assertThat(shape(EXAMPLE, THEIRS).differences(shape(REAL.replace(from, to), OURS)))
                .contains(difference)
                .hasSizeLessThan(3);
    }

    private static Shape shape(String json, Map<String, String> names) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject statement = reader.readObject();
            return Shape.of(statement, names);
        }
    }
}
