package org.lectern.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lectern.bench.lrs.Shelf;
import org.lectern.bench.lrs.Shelves;

/** The judge must see every kind of failure, else a kill loop that finds none says nothing. */
class ReckoningTest {

    private static final UUID PLAYBACK = UUID.fromString("3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4");

    private final Story story = told();
    private final List<String> statements = statements();

    @Test
    void findsNothingWrongWhenEverythingIsThereOnce() {
        assertThat(wrong(statements, story.facts())).isEmpty();
    }

    @Test
    void findsAMissingStatementOfAnAcceptedFact() {
        assertThat(wrong(statements.subList(0, statements.size() - 1), story.facts()))
                .singleElement()
                .asString()
                .contains("not stored");
    }

    @Test
    void forgivesAMissingStatementOfAFactThatWasNeverAccepted() {
        assertThat(wrong(statements.subList(0, 1), 1)).isEmpty();
    }

    @Test
    void findsAFactThatWasToldTwiceUnderTwoIds() {
        List<String> doubled = new ArrayList<>(statements);
        doubled.add(2, statement(UUID.randomUUID(), story.expected(2).get(0), 1_500));

        assertThat(wrong(doubled, story.facts())).anyMatch(sentence -> sentence.contains("stored 2 times"));
    }

    @Test
    void findsStatementsOutOfOrder() {
        List<String> swapped = new ArrayList<>(statements);
        Collections.swap(swapped, 1, 2);

        assertThat(wrong(swapped, story.facts())).anyMatch(sentence -> sentence.contains("not later"));
    }

    @Test
    void findsAStatementThatNobodyReported() {
        List<String> more = new ArrayList<>(statements);
        more.add(1, statement(UUID.randomUUID(), new Expected("seeked", 99_999_999), 500));

        assertThat(wrong(more, story.facts())).anyMatch(sentence -> sentence.contains("never reported"));
    }

    private List<String> wrong(List<String> stored, long through) {
        Shelf shelf = Shelves.holding(stored);
        return Reckoning.of(Map.of(PLAYBACK, new Ledger.Line("north", story, through)), Map.of("north", shelf))
                .wrong();
    }

    private static Story told() {
        Story story = new Story(new Random(7), 12);
        while (!story.isOver()) {
            assertThat(story.next()).isNotBlank();
        }
        return story;
    }

    private List<String> statements() {
        List<String> all = new ArrayList<>();
        for (int seq = 1; seq <= story.facts(); seq++) {
            for (Expected expected : story.expected(seq)) {
                all.add(statement(all.isEmpty() ? PLAYBACK : UUID.randomUUID(), expected, all.size() * 1_000L));
            }
        }
        return all;
    }

    private static String statement(UUID id, Expected what, long millis) {
        String extension = what.verb().equals("seeked") ? "time-to" : "time";
        String video = "https://w3id.org/xapi/video/extensions/";
        return """
                {"id":"%s","verb":{"id":"http://example.org/%s"},"result":{"extensions":{"%s":%s}},\
                "context":{"extensions":{"%ssession-id":"%s"}},"timestamp":"%s"}""".formatted(
                        id,
                        what.verb(),
                        video + extension,
                        BigDecimal.valueOf(what.millis(), 3),
                        video,
                        PLAYBACK,
                        Instant.ofEpochMilli(millis));
    }
}
