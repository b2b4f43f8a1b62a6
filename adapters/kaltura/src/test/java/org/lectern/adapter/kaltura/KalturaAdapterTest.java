package org.lectern.adapter.kaltura;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.contract.AdapterContract;
import org.lectern.adapter.contract.Casts;
import org.lectern.adapter.contract.Differences;
import org.lectern.adapter.contract.Examples;

class KalturaAdapterTest extends AdapterContract {

    private static final Map<String, String> EVERYTHING =
            Map.of("kaltura.also", "initialized, interacted,completed , terminated");

    /** The application is the institution's own site, and is called so. */
    private static final String OWN_NAME = "\"Kaltura MediaSpace\" | \"Example Video Portal\"";

    /** Paused and progress of one moment are two actions here, a millisecond apart. */
    private static final String ONE_LATER = "\"2026-03-02T09:02:32.867Z\" | \"2026-03-02T09:02:32.868Z\"";

    @Override
    protected String vocabulary() {
        return "kaltura";
    }

    @Override
    protected Map<String, String> everything() {
        return EVERYTHING;
    }

    /** The index is the statement's place in {@link org.lectern.adapter.contract.Script}. */
    @ParameterizedTest
    @CsvSource({
        "0, login", "1, categoryView", "2, initialized", "3, play", "4, pause", "6, playProgress",
        "7, playbackRateChange", "8, seek", "9, interacted", "14, completed", "16, playProgress-100", "17, terminated"
    })
    void tellsTheExamplesSessionAsTheExampleDoes(int index, String example) {
        JsonObject ours = session(Casts.example(EVERYTHING)).get(index);
        Set<String> allowed = Set.of(
                "$.context.contextActivities.other[0].definition.name.en: " + OWN_NAME,
                example.equals("login") ? "$.object.definition.name.en: " + OWN_NAME : "",
                example.equals("playProgress-100") ? "$.timestamp: " + ONE_LATER : " ");
        assertThat(Differences.between(Examples.asWritten(example), ours))
                .filteredOn(difference -> !difference.startsWith("$.id:"))
                .isSubsetOf(allowed);
    }

    @Test
    void saysNothingOfWhatIsNoEventOfKalturasUnlessAsked() {
        List<JsonObject> asked = session(Casts.example(Map.of("kaltura.also", "completed")));
        assertThat(session(Casts.example(Map.of()))).hasSize(10);
        assertThat(asked).hasSize(11).anyMatch(statement -> statement.toString().contains("verbs/completed"));
    }

    @Test
    void everyProposedStatementSaysWhichEventItIs() {
        assertThat(session(Casts.example(EVERYTHING)))
                .filteredOn(statement -> !statement.toString().contains("schema/1.0/watch"))
                .hasSize(16)
                .allMatch(statement -> statement
                        .getJsonObject("context")
                        .getJsonObject("extensions")
                        .containsKey("https://video.example.edu/xapi/ext/event"));
    }

    @Test
    void onlyTheFinishedProgressIsComplete() {
        List<JsonObject> statements = session(Casts.example(EVERYTHING));
        assertThat(statements.get(6).getJsonObject("result")).doesNotContainKey("completion");
        assertThat(statements.get(16).getJsonObject("result").getBoolean("completion"))
                .isTrue();
    }

    @Test
    void aCourseIsTheChannelAndWithoutOneThereIsNone() {
        JsonObject played = session(Casts.all(EVERYTHING).get(4)).get(3);
        assertThat(played.getJsonObject("context")
                        .getJsonObject("contextActivities")
                        .getJsonArray("category"))
                .hasSize(1);
    }

    @Test
    void aLiveStreamIsNotSaidToBeOnDemand() {
        assertThat(session(Casts.live(EVERYTHING)).toString()).doesNotContain("VOD");
    }
}
