package org.lectern.gateway.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameMeaningTest {

    private static final String OURS = """
            {"id":"11111111-2222-4333-8444-555555555555","actor":{"objectType":"Group","member":[{"mbox":"mailto:a@example.org"},
            {"mbox":"mailto:b@example.org"}]},"verb":{"id":"https://w3id.org/xapi/video/verbs/paused","display":{"en":"paused"}},
            "object":{"id":"https://v.example/1","objectType":"Activity","definition":{"name":{"en":"One"}}},
            "result":{"extensions":{"https://w3id.org/xapi/video/extensions/time":57.1},"duration":"PT57.1S"},
            "context":{"registration":"aaaaaaaa-2222-4333-8444-555555555555","contextActivities":{"parent":[{"id":"https://c.example/1"}],
            "other":[]}},"timestamp":"2026-11-22T10:00:00.000Z"}""";

    private static boolean same(String theirs) {
        return SameMeaning.of(OURS.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void overlooksWhatAnLrsMayChange() {
        assertThat(same("""
            {"timestamp":"2026-11-22T11:00:00+01:00","stored":"2026-11-22T10:00:01Z","version":"1.0.0","authority":{"mbox":"mailto:x@y.z"},
            "verb":{"display":{"en-US":"PAUSED"},"id":"https://w3id.org/xapi/video/verbs/paused"},
            "actor":{"objectType":"Group","member":[{"objectType":"Agent","mbox":"mailto:b@example.org"},{"mbox":"mailto:a@example.org"}]},
            "object":{"id":"https://v.example/1","definition":{"name":{"en":"Other"}}},
            "context":{"contextActivities":{"parent":{"objectType":"Activity","id":"https://c.example/1"}},
            "registration":"aaaaaaaa-2222-4333-8444-555555555555"},
            "result":{"duration":"PT57.1S","extensions":{"https://w3id.org/xapi/video/extensions/time":5.710000e1}},
            "id":"11111111-2222-4333-8444-555555555555"}""")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\":57.1}|\":57.2}",
                "verbs/paused|verbs/played",
                "a@example.org|c@example.org",
                "v.example/1|v.example/2",
                "10:00:00.000Z|10:00:00.001Z",
                "PT57.1S|PT57.2S",
                "c.example/1|c.example/2",
                "\"parent\"|\"grouping\"",
                "aaaaaaaa|aaaaaaab",
                "\"result\"|\"attachments\""
            })
    void seesEveryOtherDifference(String old, String changed) {
        String theirs = OURS.replace(old, changed);
        assertThat(theirs).isNotEqualTo(OURS);
        assertThat(same(theirs)).as(changed).isFalse();
    }

    @Test
    void takesAnythingElseForDifferent() {
        assertThat(same("")).isFalse();
        assertThat(same("[]")).isFalse();
        assertThat(same("{\"statements\":[]}")).isFalse();
        assertThat(same("{\"context\":[],\"verb\":1}")).isFalse();
        assertThat(same(OURS)).isTrue();
    }
}
