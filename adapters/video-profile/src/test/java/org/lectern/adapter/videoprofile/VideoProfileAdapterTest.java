package org.lectern.adapter.videoprofile;

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

    /** By example, the statement's place in {@link org.lectern.adapter.contract.Script}. */
    private static final Map<String, Integer> SESSION = Map.ofEntries(
            entry("login", 0),
            entry("categoryView", 1),
            entry("initialized", 2),
            entry("played", 3),
            entry("paused", 4),
            entry("played-resume", 5),
            entry("playProgress", 6),
            entry("playbackRateChange", 7),
            entry("seeked", 8),
            entry("interacted-captions-on", 9),
            entry("interacted-captions-off", 10),
            entry("interacted-volume", 11),
            entry("interacted-fullscreen", 12),
            entry("interacted-quality", 13),
            entry("completed", 14),
            entry("paused-at-end", 15),
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
        JsonObject theirs = Examples.withEnglishForGuessedRegion(example);
        assertThat(Differences.between(theirs, ours)).allMatch(difference -> difference.startsWith("$.id:"));
    }

    @Test
    void keepsAllExamplesOfTheVocabulary() {
        Set<String> placed = new TreeSet<>(SESSION.keySet());
        placed.addAll(AUTHORING.keySet());
        assertThat(examples()).hasSize(24).containsExactlyElementsOf(placed);
    }

    @Test
    void tellsTheTextOfACommentOnlyWhereItIsGiven() {
        List<JsonObject> statements = session(Casts.example(EVERYTHING));
        assertThat(statements.get(19)).doesNotContainKey("result");
        assertThat(statements.get(20).getJsonObject("result").getString("response"))
                .endsWith("Thanks.");
    }

    @Test
    void aLiveStreamIsAWebinarToThoseWhoLookAfterItToo() {
        assertThat(Casts.everyAuthoring(EVERYTHING).stream()
                        .map(authoring -> told(authoring.actions()).toString()))
                .filteredOn(statements -> statements.contains("activitytype/webinar"))
                .singleElement()
                .asString()
                .doesNotContain("activity-type/video");
    }

    @Test
    void theIdOfInitializedIsTheSession() {
        JsonObject initialized = session(Casts.example(EVERYTHING)).get(2);
        assertThat(initialized.getString("id")).isEqualTo("3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4");
    }

    @Test
    void saysNothingOfProgressUnlessAsked() {
        assertThat(session(Casts.example(Map.of())))
                .hasSize(20)
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
                        "http://adlnet.gov/expapi/verbs/progressed",
                        "http://activitystrea.ms/schema/1.0/like",
                        "http://adlnet.gov/expapi/verbs/commented",
                        "http://adlnet.gov/expapi/verbs/commented",
                        "http://activitystrea.ms/schema/1.0/unlike");
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
