package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deep linking: what a teacher adds from a tool, and answers that add nothing; copies of courses. */
final class AddingLinksTest {
    private static final String DL = PracticeTool.DL;
    private static final String LTI = PracticeTool.LTI;
    private final PracticeTool tool;

    AddingLinksTest() throws IOException {
        tool = new PracticeTool();
    }

    @AfterEach
    void stop() {
        tool.close();
    }

    @Test
    void asksForLinksAsATeacherOnly() throws Exception {
        JWTClaimsSet claims = asked();

        assertThat(claims.getStringClaim(LTI + "message_type")).isEqualTo("LtiDeepLinkingRequest");
        assertThat(claims.getClaims()).doesNotContainKey(LTI + "resource_link");
        assertThat(settings(claims))
                .containsEntry("accept_types", List.of("ltiResourceLink"))
                .containsEntry("accept_multiple", true)
                .containsEntry("accept_lineitem", true)
                .containsKeys("data", "deep_link_return_url", "accept_presentation_document_targets");
        assertThat(tool.get(tool.issuer() + "/start?person=student1&message=deep-linking")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void addsWhatTheToolAnswersOnceAndLaunchesIt() throws Exception {
        JWTClaimsSet claims = asked();
        Map<String, Object> graded = item("Graded");
        graded.put("lineItem", Map.of("scoreMaximum", 100, "tag", "share", "resourceId", "r1"));
        String token = tool.response(claims, List.of(graded, item("Plain")), same -> same.claim(DL + "msg", "Two"));

        HttpResponse<String> page = answer(claims, token);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("data-outcome=\"added\" data-added=\"2\"");
        JWTClaimsSet launch = tool.launch("person=student1&link=added-1");
        assertThat(launch.getJSONObjectClaim(LTI + "custom")).containsEntry("media", "m-1");
        assertThat(launch.getJSONObjectClaim(LTI + "resource_link")).containsEntry("title", "Graded");
        assertThat(launch.getJSONObjectClaim(Claims.GRADES)).containsKey("lineitem");
        assertThat(tool.launch("person=student1&link=added-2").getJSONObjectClaim(Claims.GRADES))
                .doesNotContainKey("lineitem");
        assertThat(tool.get(tool.issuer() + "/gradebook").body()).contains("Graded");
        String ticket = (String) settings(claims).get("deep_link_return_url");
        assertThat(tool.get(tool.issuer() + "/course?person=teacher&done=" + ticket.split("ticket=")[1])
                        .body())
                .contains("id=\"added\"", "2 links were added", "The tool says: Two");

        assertThat(answer(claims, tool.response(claims, List.of(), same -> {})).body())
                .contains("answered before");
    }

    @Test
    void takesAnEmptyAnswerAsCancelled() throws Exception {
        JWTClaimsSet claims = asked();

        assertThat(answer(claims, tool.response(claims, List.of(), same -> {})).body())
                .contains("data-outcome=\"cancelled\"");
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                bad("iss", claims -> claims.issuer("http://localhost/acme")),
                bad("aud", claims -> claims.audience("tool-at-acme")),
                bad("exp", claims -> claims.expirationTime(new Date(0))),
                bad("iat", claims -> claims.issueTime(null)),
                bad("nonce", claims -> claims.claim("nonce", null)),
                bad("deployment_id", claims -> claims.claim(LTI + "deployment_id", "d2")),
                bad("message_type", claims -> claims.claim(LTI + "message_type", "LtiDeepLinkingRequest")),
                bad("version", claims -> claims.claim(LTI + "version", "1.3")),
                bad("data", claims -> claims.claim(DL + "data", "something else")),
                bad("data", claims -> claims.claim(DL + "data", null)),
                bad("content_items[0].type", items(Map.of("type", "link", "url", "https://a.example"))),
                bad("content_items[0].url", items(Map.of("type", "ltiResourceLink", "url", "https://a.example/x"))),
                bad("content_items[0].titel", items(Map.of("type", "ltiResourceLink", "titel", "x"))),
                bad(
                        "custom.media must be a text",
                        items(Map.of("type", "ltiResourceLink", "custom", Map.of("media", 1)))),
                bad("scoreMaximum", items(Map.of("type", "ltiResourceLink", "lineItem", Map.of("label", "x")))),
                bad("icon.url", items(Map.of("type", "ltiResourceLink", "icon", Map.of("width", 1)))),
                bad("text is null", items(withNull())));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void saysInWordsWhatIsWrongWithAnAnswer(String named, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet claims = asked();

        HttpResponse<String> page = answer(claims, tool.response(claims, List.of(item("Good")), change));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("data-outcome=\"refused\" data-added=\"0\"", named);
        assertThat(tool.get(tool.issuer() + "/courses.json").body()).doesNotContain("added-1");
    }

    @Test
    void refusesForeignSignaturesUsedNoncesAndTooManyItems() throws Exception {
        JWTClaimsSet claims = asked();
        String foreign = PracticeTool.signed(
                new JWTClaimsSet.Builder().issuer(PracticeTool.CLIENT).build(),
                new KeyRing(new SecureRandom()).fresh());
        assertThat(answer(claims, foreign).body()).contains("has no key");

        assertThat(answer(claims, tool.response(claims, List.of(), same -> same.claim("nonce", "n1")))
                        .statusCode())
                .isEqualTo(200);
        tool.set("deep-link-multiple", "no");
        JWTClaimsSet again = asked();
        assertThat(answer(again, tool.response(again, List.of(), same -> same.claim("nonce", "n1")))
                        .body())
                .contains("nonce was used before");
        assertThat(answer(again, tool.response(again, List.of(item("1"), item("2")), same -> {}))
                        .body())
                .contains("accept_multiple is false");
    }

    @Test
    void copiesACourseWithNewIdsAndItsHistory() throws Exception {
        JWTClaimsSet claims = asked();
        Map<String, Object> graded = item("Graded");
        graded.put("lineItem", Map.of("scoreMaximum", 10));
        graded.put("custom", Map.of("media", "m-1", "link_history", "$ResourceLink.id.history"));
        answer(claims, tool.response(claims, List.of(graded), same -> {}));
        tool.form(
                tool.issuer() + "/tools/custom",
                Map.of("client_id", PracticeTool.CLIENT, "custom", "course_history=$Context.id.history\nodd=$No.such"));
        JWTClaimsSet original = tool.launch("person=teacher&link=added-1");

        copyOf("2");
        copyOf("3");
        JWTClaimsSet copy = tool.launch("person=teacher&link=added-1&course=4");

        assertThat(copy.getJSONObjectClaim(LTI + "context")).containsEntry("id", "4");
        assertThat(number(copy)).isNotEqualTo(number(original));
        String between = number(tool.launch("person=teacher&link=added-1&course=3"));
        assertThat(copy.getJSONObjectClaim(LTI + "custom"))
                .containsEntry("media", "m-1")
                .containsEntry("course_history", "3,2")
                .containsEntry("link_history", between + "," + number(original))
                .containsEntry("odd", "$No.such");
        assertThat(copy.getJSONObjectClaim(Claims.GRADES).get("lineitem"))
                .isNotEqualTo(original.getJSONObjectClaim(Claims.GRADES).get("lineitem"));
        tool.set("link-history", "literal");
        assertThat(tool.launch("person=teacher&link=added-1&course=4").getJSONObjectClaim(LTI + "custom"))
                .containsEntry("link_history", "$ResourceLink.id.history");
    }

    @Test
    void tellsTenantsOfASharedPlatformApartByDeploymentAlone() throws Exception {
        JWTClaimsSet east = tool.launch("hosted", "person=student1&link=intro");
        JWTClaimsSet west = tool.launch("hosted", "person=student1&link=intro&deployment=w1");

        assertThat(west.getIssuer()).isEqualTo(east.getIssuer());
        assertThat(west.getAudience()).isEqualTo(east.getAudience());
        assertThat(west.getSubject()).isEqualTo(east.getSubject());
        assertThat(east.getStringClaim(LTI + "deployment_id")).isEqualTo("e1");
        assertThat(west.getStringClaim(LTI + "deployment_id")).isEqualTo("w1");
    }

    @Test
    void listsCoursesForScripts() throws Exception {
        JsonObject course = tool.json(tool.issuer() + "/courses.json")
                .getJsonArray("courses")
                .getJsonObject(0);

        assertThat(course.getString("id")).isEqualTo("2");
        assertThat(course.getJsonArray("links").getValuesAs(JsonObject.class))
                .extracting(link -> link.getString("link"))
                .containsExactly("gallery", "intro", "second", "graded");
    }

    private void copyOf(String course) throws IOException, InterruptedException {
        assertThat(tool.form(tool.issuer() + "/courses/copy", Map.of("course", course))
                        .statusCode())
                .isEqualTo(200);
    }

    private JWTClaimsSet asked() throws Exception {
        return tool.launch("person=teacher&message=deep-linking");
    }

    private HttpResponse<String> answer(JWTClaimsSet asked, String token) throws Exception {
        return tool.form((String) settings(asked).get("deep_link_return_url"), Map.of("JWT", token));
    }

    private static Map<String, Object> settings(JWTClaimsSet claims) throws ParseException {
        return claims.getJSONObjectClaim(Claims.DEEP_LINKING);
    }

    private static String number(JWTClaimsSet claims) throws ParseException {
        return (String) claims.getJSONObjectClaim(LTI + "resource_link").get("id");
    }

    private static Map<String, Object> item(String title) {
        return new HashMap<>(Map.of("type", "ltiResourceLink", "title", title, "custom", Map.of("media", "m-1")));
    }

    private static Map<String, Object> withNull() {
        Map<String, Object> item = item("With null");
        item.put("text", null);
        return item;
    }

    private static Consumer<JWTClaimsSet.Builder> items(Map<String, Object> item) {
        return claims -> claims.claim(DL + "content_items", List.of(item)).serializeNullClaims(true);
    }

    private static Arguments bad(String named, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(named, change);
    }
}
