package org.lectern.adapter.kaltura;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** By example, the statement's place in {@link org.lectern.adapter.contract.Script}. */
    private static final Map<String, Integer> SESSION = Map.ofEntries(
            entry("login", 0),
            entry("categoryView", 1),
            entry("initialized", 2),
            entry("play", 3),
            entry("pause", 4),
            entry("playProgress", 6),
            entry("playbackRateChange", 7),
            entry("seek", 8),
            entry("interacted", 9),
            entry("completed", 14),
            entry("playProgress-100", 16),
            entry("terminated", 17),
            entry("entryLike", 18),
            entry("entryComment", 19));

    /** By example, the statement's place in {@link org.lectern.adapter.contract.Authoring}. */
    private static final Map<String, Integer> AUTHORING = Map.of(
            "captureSpaceLaunch", 0,
            "entryUpload", 2,
            "entryUnlisted", 3,
            "entryPublish", 4,
            "entryCollaborator", 5);

    static List<String> examples() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void tellsEveryExampleAsTheExampleDoes(String example) {
        JsonObject ours = AUTHORING.containsKey(example)
                ? told(Casts.authoring(EVERYTHING).actions()).get(AUTHORING.get(example))
                : session(Casts.example(EVERYTHING)).get(SESSION.get(example));
        Set<String> allowed = Set.of(
                "$.context.contextActivities.other[0].definition.name.en: " + OWN_NAME,
                example.equals("login") ? "$.object.definition.name.en: " + OWN_NAME : "",
                example.equals("playProgress-100") ? "$.timestamp: " + ONE_LATER : " ");
        assertThat(Differences.between(Examples.asWritten(example), ours))
                .filteredOn(difference -> !difference.startsWith("$.id:"))
                .isSubsetOf(allowed);
    }

    @Test
    void keepsAllExamplesOfTheVocabulary() {
        Set<String> placed = new TreeSet<>(SESSION.keySet());
        placed.addAll(AUTHORING.keySet());
        assertThat(examples()).hasSize(19).containsExactlyElementsOf(placed);
    }

    @Test
    void tellsTheTwoKindsOfCaptureApart() {
        assertThat(told(Casts.authoring(EVERYTHING).actions()).subList(0, 2))
                .extracting(KalturaAdapterTest::event)
                .containsExactly("captureSpaceLaunch", "kalturaCaptureLaunch");
    }

    @Test
    void tellsTheTextOfACommentOnlyWhereItIsGiven() {
        List<JsonObject> statements = session(Casts.example(EVERYTHING));
        assertThat(statements.get(19)).doesNotContainKey("result");
        assertThat(statements.get(20).getJsonObject("result").getString("response"))
                .endsWith("Thanks.");
    }

    @Test
    void aLikeIsTakenBack() {
        JsonObject unliked = session(Casts.example(EVERYTHING)).get(21);
        assertThat(unliked.getJsonObject("verb").getString("id"))
                .isEqualTo("http://activitystrea.ms/schema/1.0/unlike");
        assertThat(event(unliked)).isEqualTo("entryUnlike");
    }

    @Test
    void whatIsPublishedToTheWholeSiteHasNoChannel() {
        JsonObject published = told(Casts.authoring(EVERYTHING).actions()).get(6);
        assertThat(published
                        .getJsonObject("context")
                        .getJsonObject("contextActivities")
                        .getJsonArray("category"))
                .hasSize(1);
    }

    @Test
    void saysNothingOfWhatIsNoEventOfKalturasUnlessAsked() {
        List<JsonObject> asked = session(Casts.example(Map.of("kaltura.also", "completed")));
        assertThat(session(Casts.example(Map.of()))).hasSize(14);
        assertThat(asked).hasSize(15).anyMatch(statement -> statement.toString().contains("verbs/completed"));
    }

    @Test
    void everyProposedStatementSaysWhichEventItIs() {
        assertThat(session(Casts.example(EVERYTHING)))
                .filteredOn(statement -> !statement.toString().contains("schema/1.0/watch"))
                .hasSize(20)
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
    void aLiveStreamIsSaidToBeLive() {
        String mode = "http://tincan-definitions.kaltura.com/extensions/context/video-mode";
        assertThat(session(Casts.live(EVERYTHING)).subList(2, 22))
                .allSatisfy(statement -> assertThat(statement
                                .getJsonObject("context")
                                .getJsonObject("extensions")
                                .getString(mode))
                        .isEqualTo("LIVE"));
    }

    private static String event(JsonObject statement) {
        return statement
                .getJsonObject("context")
                .getJsonObject("extensions")
                .getString("https://video.example.edu/xapi/ext/event");
    }
}
