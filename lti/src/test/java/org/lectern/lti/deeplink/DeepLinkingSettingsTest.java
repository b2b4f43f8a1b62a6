package org.lectern.lti.deeplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.PracticeDeepLinking.RETURN_URL;
import static org.lectern.lti.practice.PracticeDeepLinking.aDeepLinkingRequest;
import static org.lectern.lti.practice.PracticeDeepLinking.withSettings;
import static org.lectern.lti.practice.Refusals.refused;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.launch.MessageType;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;

class DeepLinkingSettingsTest {
    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(
            platform,
            LaunchSettings.of(PracticeTool.LAUNCH_URL).accepting(EnumSet.allOf(MessageType.class)),
            platform.registration());

    @Test
    void readsWhatAPlatformMaySay() {
        Map<String, Object> all = new HashMap<>();
        all.put("accept_media_types", "image/*, text/html,");
        all.put("accept_multiple", false);
        all.put("accept_lineitem", false);
        all.put("auto_create", true);
        all.put("title", "Suggested\u0007 title");
        all.put("text", "Suggested text");
        DeepLinkingSettings settings = settings(aDeepLinkingRequest(all));
        assertThat(settings.acceptTypes()).containsExactly("ltiResourceLink", "link");
        assertThat(settings.acceptMediaTypes()).containsExactly("image/*", "text/html");
        assertThat(settings.showsInFrame()).isTrue();
        assertThat(settings.showsInWindow()).isTrue();
        assertThat(settings.acceptMultiple()).isFalse();
        assertThat(settings.mayBeGraded()).isFalse();
        assertThat(settings.autoCreate()).isTrue();
        assertThat(settings.title()).contains("Suggested  title");
        assertThat(settings.text()).contains("Suggested text");
    }

    @Test
    void takesSilenceForOneItemAndForGradesThatDoNoHarm() {
        DeepLinkingSettings settings = settings(
                withSettings(Map.of("deep_link_return_url", RETURN_URL, "accept_types", List.of("ltiResourceLink"))));
        assertThat(settings.acceptMultiple()).isFalse();
        assertThat(settings.acceptLineItem()).isEmpty();
        assertThat(settings.mayBeGraded()).isTrue();
        assertThat(settings.showsInWindow()).isFalse();
        assertThat(settings.data()).isEmpty();
    }

    @Test
    void knowsAYesThatIsWrittenAsAText() {
        assertThat(settings(aDeepLinkingRequest(Map.of("accept_multiple", "true")))
                        .acceptMultiple())
                .isTrue();
        assertThat(settings(aDeepLinkingRequest(Map.of("accept_multiple", 1))).acceptMultiple())
                .isFalse();
    }

    @Test
    void keepsDataAsItIs() {
        String data = "\0 \u202e\t" + "x".repeat(5000);
        assertThat(settings(aDeepLinkingRequest(Map.of("data", data))).data()).contains(data);
    }

    @Test
    void refusesARequestWithoutSettings() {
        refused("deeplink.settings_missing", () -> settings(withSettings(Map.of())));
        refused("deeplink.settings_missing", () -> settings(withSettings(null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/content",
                "http://lms.example.edu/content",
                "javascript:alert(1)",
                "https://u:p@lms.example.edu/"
            })
    void refusesARequestThatNamesNoSafeWayBack(String returnUrl) {
        refused(
                "deeplink.return_invalid",
                () -> settings(aDeepLinkingRequest(Map.of("deep_link_return_url", returnUrl))));
        refused(
                "deeplink.return_invalid",
                () -> settings(aDeepLinkingRequest(Collections.singletonMap("deep_link_return_url", null))));
    }

    @Test
    void goesBackToThisMachineWithoutHttpsAndToAnyHost() {
        for (String url : List.of("http://127.0.0.1:8081/r?sesskey=x", "https://school.example.com/r")) {
            assertThat(settings(aDeepLinkingRequest(Map.of("deep_link_return_url", url)))
                            .returnUrl())
                    .hasToString(url);
        }
    }

    @Test
    void refusesARequestThatDoesNotSayWhatItTakes() {
        refused("claim.malformed", () -> settings(withSettings(Map.of("deep_link_return_url", RETURN_URL))));
    }

    @Test
    void keepsTheWayBackAndTheDataOutOfItsText() {
        assertThat(settings(aDeepLinkingRequest()).toString()).doesNotContain("key=", "csrf");
    }

    @Test
    void readsWhatACopyWasMadeOf() {
        Launch copied = tool.launch(LaunchBuilder.aLaunch()
                        .withLti(
                                "custom",
                                Map.of(
                                        "context_id_history",
                                        "course-2,course%2F1, 100%",
                                        "resource_link_id_history",
                                        "link-9")))
                .launch();
        assertThat(copied.history().courses()).containsExactly("course-2", "course/1", "100%");
        assertThat(copied.history().links()).containsExactly("link-9");
    }

    @Test
    void takesAnUnresolvedOrEmptyHistoryForNone() {
        Launch first = tool.launch(LaunchBuilder.aLaunch()
                        .withLti(
                                "custom",
                                Map.of(
                                        "context_id_history",
                                        "",
                                        "resource_link_id_history",
                                        "$ResourceLink.id.history")))
                .launch();
        assertThat(first.history().courses()).isEmpty();
        assertThat(first.history().links()).isEmpty();
    }

    private DeepLinkingSettings settings(LaunchBuilder request) {
        return tool.launch(request).launch().deepLinking().orElseThrow();
    }
}
