package org.lectern.adapter.videoprofile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.contract.AdapterContract;
import org.lectern.adapter.contract.Casts;
import org.lectern.adapter.contract.Differences;
import org.lectern.adapter.contract.Examples;
import org.lectern.adapter.judge.ProfileTemplates;

class VideoProfileAdapterTest extends AdapterContract {

    private static final Map<String, String> EVERYTHING = Map.of("video-profile.also", "progressed");
    private static final String SESSION_ID = "https://w3id.org/xapi/video/extensions/session-id";

    @Override
    protected String vocabulary() {
        return "video-profile";
    }

    @Override
    protected Map<String, String> everything() {
        return EVERYTHING;
    }

    /** The index is the statement's place in {@link org.lectern.adapter.contract.Script}. */
    @ParameterizedTest
    @CsvSource({
        "0, login",
        "1, categoryView",
        "2, initialized",
        "3, played",
        "4, paused",
        "5, played-resume",
        "6, playProgress",
        "7, playbackRateChange",
        "8, seeked",
        "9, interacted-captions-on",
        "10, interacted-captions-off",
        "11, interacted-volume",
        "12, interacted-fullscreen",
        "13, interacted-quality",
        "14, completed",
        "15, paused-at-end",
        "17, terminated"
    })
    void tellsTheExamplesSessionAsTheExampleDoes(int index, String example) {
        JsonObject ours = session(Casts.example(EVERYTHING)).get(index);
        JsonObject theirs = Examples.withEnglishForGuessedRegion(example);
        assertThat(Differences.between(theirs, ours)).allMatch(difference -> difference.startsWith("$.id:"));
    }

    @Test
    void theIdOfInitializedIsTheSession() {
        JsonObject initialized = session(Casts.example(EVERYTHING)).get(2);
        assertThat(initialized.getString("id")).isEqualTo("3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4");
    }

    @Test
    void saysNothingOfProgressUnlessAsked() {
        assertThat(session(Casts.example(Map.of())))
                .hasSize(16)
                .noneMatch(statement -> verb(statement).endsWith("/progressed"));
    }

    @Test
    void claimsTheProfileForItsVerbsAndForNoOther() {
        ProfileTemplates profile = new ProfileTemplates();
        List<JsonObject> statements = session(Casts.example(EVERYTHING));
        assertThat(statements.stream().filter(profile::claims)).hasSize(14);
        assertThat(statements.stream().filter(statement -> !profile.claims(statement)))
                .extracting(VideoProfileAdapterTest::verb)
                .containsExactly(
                        "https://w3id.org/xapi/adl/verbs/logged-in",
                        "http://id.tincanapi.com/verb/viewed",
                        "http://adlnet.gov/expapi/verbs/progressed",
                        "http://adlnet.gov/expapi/verbs/progressed");
    }

    @Test
    void aLiveStreamIsAWebinarWithoutLengthProgressAndThreshold() {
        List<JsonObject> playback = session(Casts.live(EVERYTHING)).subList(2, 18);
        assertThat(playback).allSatisfy(statement -> {
            assertThat(statement
                            .getJsonObject("object")
                            .getJsonObject("definition")
                            .getString("type"))
                    .isEqualTo("http://id.tincanapi.com/activitytype/webinar");
            assertThat(statement.toString())
                    .contains(SESSION_ID)
                    .doesNotContain("extensions/length", "extensions/progress", "completion-threshold");
        });
    }

    @Test
    void aThresholdOfOneIsNotTold() {
        assertThat(session(Casts.all(EVERYTHING).get(4)).toString()).doesNotContain("completion-threshold");
    }

    @Test
    void tagsTheTitleWithTheLanguageOfTheVideoAndNotOfTheLearner() {
        JsonObject played = session(Casts.all(EVERYTHING).get(1)).get(3);
        assertThat(played.getJsonObject("object").getJsonObject("definition").getJsonObject("name"))
                .containsOnlyKeys("de-CH");
        assertThat(played.getJsonObject("context").getString("language")).isEqualTo("de-CH");
    }

    private static String verb(JsonObject statement) {
        return statement.getJsonObject("verb").getString("id");
    }
}
