package org.lectern.adapter.caliper;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.adapter.Standard;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Watched;
import org.lectern.adapter.contract.Casts;
import org.lectern.adapter.contract.Differences;
import org.lectern.adapter.contract.EventContract;
import org.lectern.adapter.contract.Script;
import org.lectern.adapter.judge.CaliperCheck;

class CaliperAdapterTest extends EventContract {

    /** What the example says otherwise, and why; the beginning of each difference. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "$.id:", "ids are drawn",
            "$.membership:", "where the launch named a role, the standard wants it; the example leaves it out",
            "$.federatedSession:", "the launch, the same",
            "$.referrer:", "the platform, for who comes from there",
            "$.group:", "where the course is known, the standard wants it; the example leaves it out",
            "$.object.mediaType:", "an action does not say which kind of file is played",
            "$.object.duration: \"PT124.3S\" | null", "only a playback knows how long its video is",
            "$.session.startedAtTime:", "an action does not say when the learner's page was opened",
            "$.session.id: \"https://video.example.edu/sessions/3f0c5a1e",
                    "a playback is a session of its own, the example has one for all",
            "$.generated.id:", "the comment's own id");

    @Override
    protected String vocabulary() {
        return "caliper";
    }

    @Override
    protected List<String> faults(JsonObject event) {
        return CaliperCheck.faults(event);
    }

    @Override
    protected List<String> sessionFaults(List<JsonObject> session) {
        return CaliperCheck.sessionFaults(session);
    }

    @Test
    void namesItsStandard() {
        assertThat(CaliperAdapter.class.getAnnotation(Standard.class).value()).isEqualTo("caliper");
    }

    static List<Integer> examples() {
        return IntStream.range(0, envelope().getJsonArray("data").size())
                .boxed()
                .toList();
    }

    /** Each event of the vocabulary reference's envelope, in its order; only what is explained differs. */
    @ParameterizedTest
    @MethodSource("examples")
    void tellsTheExamplesAsTheExampleDoes(int index) {
        JsonObject example = envelope().getJsonArray("data").getJsonObject(index);
        JsonObject ours = asTheExampleTells().get(index);
        assertThat(Differences.between(example, ours))
                .as(example.getString("action"))
                .filteredOn(difference -> EXPLAINED.keySet().stream().noneMatch(difference::startsWith))
                .filteredOn(difference -> ours.containsKey("session") || !difference.startsWith("$.session:"))
                .isEmpty();
        assertThat(ours.containsKey("session"))
                .as("how somebody came who gave a right away earlier is not known")
                .isNotEqualTo(ours.getString("type").equals("ResourceManagementEvent")
                        && ours.getJsonObject("extensions") != null
                        && ours.getJsonObject("extensions").toString().contains("co-editor"));
    }

    @Test
    void theExampleItselfPassesTheJudge() {
        assertThat(CaliperCheck.envelopeFaults(envelope())).isEmpty();
    }

    /** The recorder's launch, the second publishing and the second comment are no part of the example. */
    private List<JsonObject> asTheExampleTells() {
        List<JsonObject> all =
                new ArrayList<>(told(Casts.authoring(everything()).actions()));
        all.remove(6);
        all.remove(1);
        all.addAll(session(Casts.example(everything())));
        all.remove(all.size() - 1);
        return all;
    }

    private static JsonObject envelope() {
        try (InputStream file = CaliperAdapterTest.class.getResourceAsStream("/envelope.json");
                var reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void aSecondRunBeginsAnewAndDoesNotEndAgain() {
        List<LearnerAction> actions = List.of(
                played("10:00:00", "0", Played.Start.FIRST),
                paused("10:02:04", "124.3", true),
                played("10:02:10", "0", Played.Start.AGAIN),
                paused("10:04:14", "124.3", false),
                terminated("10:04:20", "124.3", false));
        assertThat(told(actions))
                .extracting(event -> event.getString("action"))
                .containsExactly("Started", "Ended", "Restarted", "Paused");
    }

    @Test
    void whoLeavesInTheMiddleEndsThere() {
        List<JsonObject> told = told(List.of(
                played("10:00:00", "57.1", Played.Start.FIRST),
                paused("10:00:10", "67.1", false),
                terminated("10:00:11", "67.1", true)));
        assertThat(told)
                .extracting(event -> event.getString("action") + " "
                        + event.getJsonObject("target").getString("currentTime"))
                .containsExactly("Started PT57.1S", "Paused PT67.1S", "Ended PT67.1S");
    }

    @Test
    void whoNeverPressesPlayIsNotToldOf() {
        Script example = Casts.example(everything());
        LearnerAction ready = example.actions().stream()
                .filter(Initialized.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(told(List.of(ready, terminated("10:00:11", "0", false)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0, Muted", "0, 0.8, Unmuted", "0.5, 0.8, ChangedVolume", "0, 0, Muted"})
    void soundGoesOffAndComesBack(String before, String now, String word) {
        List<JsonObject> told = told(List.of(control(state -> volume(now), Optional.of(new BigDecimal(before)))));
        assertThat(told).extracting(event -> event.getString("action")).containsExactly(word);
    }

    @Test
    void severalControlsAtOnceAreSeveralEventsAndAnAudioTrackIsNone() {
        PlayerState none = PlayerState.SILENT;
        PlayerState changed = new PlayerState(
                Optional.of(true),
                Optional.of("de"),
                none.speed(),
                Optional.of(new BigDecimal("0.850000023841858")),
                none.fullScreen(),
                none.screenSize(),
                Optional.of("640x360"),
                none.quality(),
                Optional.of("Commentary"),
                none.frameRate(),
                none.userAgent());
        List<JsonObject> told = told(List.of(control(state -> changed, Optional.empty())));
        assertThat(told)
                .extracting(event -> event.getString("action") + " "
                        + event.getJsonObject("extensions").values())
                .containsExactly(
                        "EnabledClosedCaptioning [\"de\"]", "ChangedVolume [0.85]", "ChangedSize [\"640x360\"]");
    }

    @Test
    void aLiveStreamHasNoDuration() {
        assertThat(session(Casts.live(everything())))
                .noneMatch(event -> event.getJsonObject("object").containsKey("duration"));
    }

    @Test
    void peopleAreToldByWhatThePolicyLetsOutAndNeverByName() {
        List<JsonObject> all = Casts.all(everything()).stream()
                .flatMap(script -> session(script).stream())
                .toList();
        assertThat(all)
                .extracting(event -> event.getJsonObject("actor").getString("id"))
                .contains(
                        "https://video.example.edu/users/u-20417",
                        "mailto:learner.20417@example.edu",
                        "https://video.example.edu/users/sha1-0f3d0c1f6f6f7c9b0a4f1d2e3c4b5a69788796a5");
        assertThat(all.toString()).doesNotContain("Learner 20417", "Ångström");
    }

    @Test
    void theLaunchIsToldByPlatformCourseAndLinkAndNothingThatSaysWho() {
        JsonObject paused = told(List.of(any(Paused.class))).get(0);
        assertThat(paused.getJsonObject("federatedSession"))
                .hasToString("{\"id\":\"https://video.example.edu/launches/5c1d7f60-2b3e-4d19-8a44-90fb2e6c7a11\","
                        + "\"type\":\"LtiSession\",\"user\":\"https://video.example.edu/users/u-20417\","
                        + "\"messageParameters\":{\"iss\":\"https://lms.example.edu\","
                        + "\"https://purl.imsglobal.org/spec/lti/claim/version\":\"1.3.0\","
                        + "\"https://purl.imsglobal.org/spec/lti/claim/context\":{\"id\":\"course-7\"},"
                        + "\"https://purl.imsglobal.org/spec/lti/claim/resource_link\":{\"id\":\"link-12\"}}}");
        assertThat(paused.getJsonObject("group").getJsonArray("otherIdentifiers"))
                .hasToString("[{\"type\":\"SystemIdentifier\",\"identifierType\":\"LtiContextId\","
                        + "\"identifier\":\"course-7\",\"source\":\"https://lms.example.edu\"}]");
    }

    @Test
    void whatSomebodyIsInTheCourseIsToldInCalipersTerms() {
        JsonObject uploaded = told(Casts.authoring(everything()).actions()).get(2);
        assertThat(uploaded.getJsonObject("membership"))
                .hasToString("{\"id\":\"https://video.example.edu/default/channels/view/channelid/41200871/members/"
                        + "u-00071\",\"type\":\"Membership\","
                        + "\"member\":\"https://video.example.edu/users/u-00071\","
                        + "\"organization\":\"https://video.example.edu/default/channels/view/channelid/41200871#course\","
                        + "\"roles\":[\"Instructor\",\"Instructor#TeachingAssistant\"]}");
        assertThat(CourseRoles.terms(
                        List.of("Wizard", "Learner#Wizard", "Officer#Vice-Chair", "Officer", "Mentor#Tutor")))
                .containsExactly("Learner", "Officer", "Officer#Vice-Chair", "Mentor", "Mentor#Tutor");
        assertThat(CourseRoles.terms(List.of("Faculty", ""))).isEmpty();
    }

    @Test
    void outsideACourseAndWithoutALaunchNeitherIsTold() {
        assertThat(session(Casts.all(everything()).get(4)))
                .isNotEmpty()
                .noneMatch(event -> event.containsKey("membership") || event.containsKey("federatedSession"));
    }

    @Test
    void whoGaveARightIsNotToldToHaveComeByTheLaunchOfWhoTookIt() {
        JsonObject given = told(Casts.authoring(everything()).actions()).get(5);
        assertThat(given.getJsonObject("actor").getString("id")).endsWith("u-00071");
        assertThat(given.keySet()).contains("group").doesNotContain("membership", "session", "federatedSession");
    }

    @Test
    void whoComesIsSentByThePlatform() {
        List<JsonObject> told = session(Casts.example(everything()));
        assertThat(told.get(0).getJsonObject("referrer"))
                .hasToString("{\"id\":\"https://lms.example.edu\",\"type\":\"SoftwareApplication\"}");
        assertThat(told.subList(1, told.size())).noneMatch(event -> event.containsKey("referrer"));
        assertThat(session(Casts.all(everything()).get(1)).get(0).keySet())
                .as("an issuer that is no IRI")
                .doesNotContain("referrer");
    }

    @Test
    void aCommentsTextIsToldOnlyIfTheActionHasIt() {
        assertThat(session(Casts.example(everything())))
                .filteredOn(event -> event.getString("action").equals("Commented"))
                .extracting(event -> event.getJsonObject("generated").containsKey("value"))
                .containsExactly(false, true);
    }

    private static PlayerState volume(String level) {
        PlayerState none = PlayerState.SILENT;
        return new PlayerState(
                none.captions(),
                none.captionsLanguage(),
                none.speed(),
                Optional.of(new BigDecimal(level)),
                none.fullScreen(),
                none.screenSize(),
                none.playbackSize(),
                none.quality(),
                none.track(),
                none.frameRate(),
                none.userAgent());
    }

    private Interacted control(UnaryOperator<PlayerState> change, Optional<BigDecimal> volumeBefore) {
        PlayerState before =
                volumeBefore.map(level -> volume(level.toPlainString())).orElse(PlayerState.SILENT);
        PlayerState changed = change.apply(before);
        Interacted any = any(Interacted.class);
        return new Interacted(
                any.context(), any.playback(), any.at(), any.time(), changed, before.with(changed), before);
    }

    private Played played(String at, String time, Played.Start start) {
        Played any = any(Played.class);
        return new Played(any.context(), any.playback(), instant(at), new BigDecimal(time), start);
    }

    private Paused paused(String at, String time, boolean ending) {
        Paused any = any(Paused.class);
        return new Paused(any.context(), any.playback(), instant(at), new BigDecimal(time), any.watched(), ending);
    }

    private Terminated terminated(String at, String time, boolean ending) {
        PlaybackContext playback = any(Played.class).playback();
        Watched watched = any(Paused.class).watched();
        return new Terminated(
                any(Played.class).context(), playback, instant(at), new BigDecimal(time), watched, ending);
    }

    private <T> T any(Class<T> type) {
        return Casts.example(everything()).actions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
