package org.lectern.adapter.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCheckTest {

    private static final String GOOD = """
            {"id":"0d4f6593-7ab1-42b3-94bb-6396d39acac0","actor":{"objectType":"Agent","mbox":"mailto:a@example.edu"},
            "verb":{"id":"https://example.edu/v","display":{"en":"did"}},
            "object":{"id":"https://example.edu/o","definition":{"name":{"en":"It"}}},
            "result":{"completion":true,"duration":"PT1.5S","extensions":{"https://example.edu/n":12.5}},
            "context":{"platform":"Here","language":"de","contextActivities":{"other":[{"id":"https://example.edu"}]}},
            "timestamp":"2026-03-02T09:00:06.300Z"}""";

    private final StatementCheck check = new StatementCheck(Instant.parse("2026-03-02T10:00:00Z"));

    @Test
    void passesAGoodStatement() {
        assertThat(check.faults(GOOD)).isEmpty();
    }

    /** Each a real store refuses, or our rules do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "unknown property; \"verb\":; \"extra\":1,\"verb\":",
                "stored by us; \"verb\":; \"stored\":\"2026-03-02T09:00:06.300Z\",\"verb\":",
                "two identifiers; \"mbox\":; \"mbox_sha1sum\":\"0f3d0c1f6f6f7c9b0a4f1d2e3c4b5a69788796a5\",\"mbox\":",
                "no identifier; ,\"mbox\":\"mailto:a@example.edu\"; `` ",
                "mail without mailto; mailto:a@; a@",
                "string for a boolean; :true; :\"true\"",
                "null; \"PT1.5S\"; null",
                "empty object; {\"en\":\"It\"}; {}",
                "relative IRI; https://example.edu/o; /o",
                "IRI with a space; https://example.edu/o; https://example.edu/o o",
                "not a UUID; 0d4f6593-7ab1; 7ab1",
                "wrong variant; -94bb-; -04bb-",
                "single context activity; [{\"id\":\"https://example.edu\"}]; {\"id\":\"https://example.edu\"}",
                "ill-formed language; \"de\"; \"de_CH\"",
                "ill-formed language; \"de\"; \"d\"",
                "ill-formed display language; {\"en\":\"did\"}; {\"e-\":\"did\"}",
                "zone; .300Z; .300+00:00",
                "no milliseconds; .300Z; Z",
                "future; 09:00:06; 11:00:06",
                "no such day; 03-02T; 02-30T",
                "minutes in duration; PT1.5S; PT1M",
                "three decimals in duration; PT1.5S; PT1.555S",
                "trailing zero; 12.5; 12.50",
                "exponent; 12.5; 1E+2",
                "key twice; \"platform\":; \"platform\":\"There\",\"platform\":",
                "cut off; Z\"}; Z\""
            })
    void findsTheFault(String fault, String was, String is) {
        assertThat(GOOD).contains(was);
        assertThat(check.faults(GOOD.replace(was, is))).as(fault).isNotEmpty();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(check.faults(GOOD.replace("It", "Ä").getBytes(StandardCharsets.ISO_8859_1)))
                .isNotEmpty();
    }
}
