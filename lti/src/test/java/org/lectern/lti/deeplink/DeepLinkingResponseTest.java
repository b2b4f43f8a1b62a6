package org.lectern.lti.deeplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.lti.grade.ActivityProgress;
import org.lectern.lti.grade.SubmissionReview;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.registration.PlatformRegistration;

class DeepLinkingResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ToolKeys KEYS = ToolKeys.generate(NOW, RANDOM);
    private static final URI URL = URI.create("https://tool.example.edu/lti/launch");
    private static final PlatformRegistration REGISTRATION =
            PracticePlatform.practice().registration();
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    @Test
    void saysEverythingThatWasGivenAndNothingElse() {
        ResourceLinkItem full = ResourceLinkItem.to(URL)
                .titled("Lecture\u0000 1\u202e")
                .described("First line\r\nsecond\u0007")
                .icon(new Picture(URI.create("https://tool.example.edu/icon.png"), 128, 128))
                .thumbnail(new Picture(URI.create("https://tool.example.edu/t.png"), 320, 180))
                .carrying("media", "intro")
                .carrying("grade", "share")
                .graded(new NewLineItem("Lecture 1", new BigDecimal("100"), Optional.of("intro"), Optional.of("share")))
                .inFrame(800, 560)
                .inWindow("_blank")
                .available(new TimeSpan(Optional.of(NOW), Optional.empty()))
                .submission(new TimeSpan(Optional.empty(), Optional.of(NOW)));
        assertThat(items(DeepLinkingResponse.of(REGISTRATION, "d-1", settings(true, true), List.of(full))))
                .isEqualTo("[{\"type\":\"ltiResourceLink\",\"url\":\"https://tool.example.edu/lti/launch\","
                        + "\"title\":\"Lecture  1\",\"text\":\"First line\\nsecond\","
                        + "\"icon\":{\"url\":\"https://tool.example.edu/icon.png\",\"width\":128,\"height\":128},"
                        + "\"thumbnail\":{\"url\":\"https://tool.example.edu/t.png\",\"width\":320,\"height\":180},"
                        + "\"custom\":{\"media\":\"intro\",\"grade\":\"share\"},"
                        + "\"lineItem\":{\"label\":\"Lecture 1\",\"scoreMaximum\":100,\"resourceId\":\"intro\",\"tag\":\"share\"},"
                        + "\"iframe\":{\"width\":800,\"height\":560},\"window\":{\"targetName\":\"_blank\"},"
                        + "\"available\":{\"startDateTime\":\"2026-11-22T10:00:00Z\"},"
                        + "\"submission\":{\"endDateTime\":\"2026-11-22T10:00:00Z\"}}]");
        assertThat(items(DeepLinkingResponse.of(
                        REGISTRATION,
                        "d-1",
                        settings(true, true),
                        List.of(ResourceLinkItem.to(URL).titled(" \n ")))))
                .isEqualTo("[{\"type\":\"ltiResourceLink\",\"url\":\"https://tool.example.edu/lti/launch\"}]");
    }

    @Test
    void saysThatAGradeCanBeLookedInto() {
        NewLineItem column = new NewLineItem("One", BigDecimal.TEN, Optional.empty(), Optional.empty());
        assertThat(column.reviewed(new SubmissionReview(List.of(ActivityProgress.COMPLETED), Map.of("media", "intro")))
                        .claim())
                .containsEntry(
                        "submissionReview",
                        Map.of("reviewableStatus", List.of("Completed"), "custom", Map.of("media", "intro")));
        assertThat(new SubmissionReview(List.of(), Map.of()).json()).isEqualTo(Map.of("reviewableStatus", List.of()));
        assertThat(column.claim()).doesNotContainKey("submissionReview");
    }

    @Test
    void saysNothingOfASizeThatNobodyHasTold() {
        assertThat(new Picture(URL).claim()).isEqualTo(Map.of("url", URL.toString()));
    }

    @Test
    void cutsTitlesToWhatPlatformsKeepWithoutBreakingALetter() {
        String long250 = "x".repeat(249) + "\ud83c\udfa5" + "y".repeat(100);
        Object title = ResourceLinkItem.to(URL).titled(long250).claim().get("title");
        assertThat(title).isEqualTo("x".repeat(249));
    }

    @Test
    void cancelsWithAnEmptyListASentenceAndTheDataAsItCame() throws ParseException {
        String data = "\0\ud83c\udfa5\u00fc\u2028</script>\"\\";
        DeepLinkingSettings settings = settings(true, true, Optional.of(data));
        Map<String, Object> claims = claims(DeepLinkingResponse.cancelled(REGISTRATION, "d-1", settings)
                .saying("No video was\nadded")
                .logging("cancelled"));
        assertThat(claims)
                .containsEntry(CLAIM + "content_items", List.of())
                .containsEntry(CLAIM + "msg", "No video was added")
                .containsEntry(CLAIM + "log", "cancelled")
                .containsEntry(CLAIM + "data", data);
    }

    @Test
    void leavesOutWhatIsNotThere() throws ParseException {
        assertThat(claims(DeepLinkingResponse.cancelled(REGISTRATION, "d-1", settings(false, false))
                        .saying(" ")))
                .doesNotContainKeys(CLAIM + "data", CLAIM + "msg", CLAIM + "log")
                .containsKeys("iss", "aud", "sub", "iat", "exp", "nonce", "jti");
    }

    @Test
    void isNeverTheSameTwice() throws ParseException {
        DeepLinkingResponse answer = DeepLinkingResponse.cancelled(REGISTRATION, "d-1", settings(true, true));
        assertThat(claims(answer).get("nonce")).isNotEqualTo(claims(answer).get("nonce"));
    }

    @Test
    void doesNotSayWhatThePlatformDoesNotTake() {
        ResourceLinkItem item = ResourceLinkItem.to(URL);
        ResourceLinkItem graded =
                item.graded(new NewLineItem("One", BigDecimal.TEN, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(settings(false, true), item, item))
                .withMessageContaining("one item");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(settings(true, false), graded))
                .withMessageContaining("line items");
        DeepLinkingSettings linksOnly = new DeepLinkingSettings(
                URI.create("https://lms.example.edu/r"),
                List.of("link"),
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(linksOnly, item))
                .withMessageContaining("resource links");
        assertThat(answer(linksOnly).items()).isEmpty();
    }

    @Test
    void refusesWhatNoPlatformCouldUse() {
        ResourceLinkItem item = ResourceLinkItem.to(URL);
        assertThatIllegalArgumentException().isThrownBy(() -> ResourceLinkItem.to(URI.create("/lti/launch")));
        assertThatIllegalArgumentException().isThrownBy(() -> item.carrying("Mixed Case", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> item.carrying("media", "x".repeat(2000)));
        assertThatIllegalArgumentException().isThrownBy(() -> item.inFrame(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(URI.create("icon.png"), 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(URL, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewLineItem(" ", BigDecimal.TEN, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewLineItem("One", BigDecimal.ZERO, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(Optional.of(NOW), Optional.of(NOW)));
    }

    private static DeepLinkingResponse answer(DeepLinkingSettings settings, ResourceLinkItem... items) {
        return DeepLinkingResponse.of(REGISTRATION, "d-1", settings, List.of(items));
    }

    private static String items(DeepLinkingResponse answer) {
        String payload;
        try {
            payload = SignedJWT.parse(answer.signed(KEYS, NOW, RANDOM))
                    .getPayload()
                    .toString();
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
        int start = payload.indexOf(CLAIM + "content_items\":") + CLAIM.length() + 15;
        return payload.substring(start, payload.indexOf(']', start) + 1);
    }

    private static Map<String, Object> claims(DeepLinkingResponse answer) throws ParseException {
        return JSONObjectUtils.parse(
                SignedJWT.parse(answer.signed(KEYS, NOW, RANDOM)).getPayload().toString());
    }

    private static DeepLinkingSettings settings(boolean multiple, boolean graded) {
        return settings(multiple, graded, Optional.empty());
    }

    private static DeepLinkingSettings settings(boolean multiple, boolean graded, Optional<String> data) {
        return new DeepLinkingSettings(
                URI.create("https://lms.example.edu/r"),
                List.of("ltiResourceLink"),
                List.of(),
                List.of("iframe"),
                multiple,
                Optional.of(graded),
                false,
                Optional.empty(),
                Optional.empty(),
                data);
    }
}
