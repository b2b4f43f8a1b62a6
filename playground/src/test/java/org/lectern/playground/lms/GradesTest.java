package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line items, scores and results as AGS 2.0 has them, and the gradebook that shows them. */
final class GradesTest {
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private final PracticeTool tool;

    GradesTest() throws IOException {
        tool = new PracticeTool();
    }

    @AfterEach
    void stop() {
        tool.close();
    }

    @Test
    void namesTheColumnOnlyInLaunchesOfGradedLinks() throws Exception {
        Map<String, Object> graded = claim(tool.launch("person=student1&link=graded"));
        Map<String, Object> plain = claim(tool.launch("person=student1&link=intro"));

        assertThat(graded).containsEntry("lineitems", lineItems()).containsEntry("lineitem", lineItem());
        assertThat(plain).containsKeys("lineitems", "scope").doesNotContainKey("lineitem");
        tool.set("services", "off");
        assertThat(tool.launch("person=student1&link=graded").getClaims()).doesNotContainKey(Claims.GRADES);
    }

    @Test
    void takesAScoreAndShowsItToTeacherAndTool() throws Exception {
        HttpResponse<String> taken = post(score("101", "2026-11-22T10:00:00.500Z", 8, 10));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEmpty();
        JsonObject result = results("").getJsonObject(0);
        assertThat(result.getString("userId")).isEqualTo("101");
        assertThat(result.getInt("resultScore")).isEqualTo(80);
        assertThat(result.getInt("resultMaximum")).isEqualTo(100);
        assertThat(result.getString("scoreOf")).isEqualTo(lineItem());
        assertThat(tool.get(tool.issuer() + "/gradebook").body())
                .contains("class=\"score\">80<", "completed, graded", "review=student1");
        assertThat(tool.json(tool.issuer() + "/gradebook.json")
                        .getJsonArray("people")
                        .getJsonObject(0)
                        .getJsonObject("scores")
                        .getJsonObject("1")
                        .getInt("scoreGiven"))
                .isEqualTo(8);
    }

    @Test
    void refusesAScoreThatIsNotLaterThanTheLast() throws Exception {
        assertThat(post(score("101", "2026-11-22T10:00:00.500Z", 8, 10)).statusCode())
                .isEqualTo(200);
        assertThat(post(score("101", "2026-11-22T10:00:00.500Z", 9, 10)).statusCode())
                .isEqualTo(409);
        assertThat(post(score("101", "2026-11-22T09:59:59Z", 9, 10)).statusCode())
                .isEqualTo(409);
        assertThat(post(score("102", "2026-11-22T09:59:59Z", 9, 10)).statusCode())
                .isEqualTo(200);
        assertThat(post(score("101", "2026-11-22T11:00:00.600+01:00", 9, 10)).statusCode())
                .isEqualTo(200);

        tool.set("score-clock", "seconds");
        assertThat(post(score("101", "2026-11-22T10:00:00.900Z", 10, 10)).statusCode())
                .isEqualTo(409);
        assertThat(results("&user_id=101").getJsonObject(0).getInt("resultScore"))
                .isEqualTo(90);
    }

    @Test
    void erasesTheGradeWithAnUnfinishedScoreUnlessASwitchKeepsIt() throws Exception {
        post(score("101", "2026-11-22T10:00:00Z", 8, 10));
        String pending = score("101", "2026-11-22T10:00:01Z", 9, 10).replace("FullyGraded", "Pending");
        assertThat(post(pending).statusCode()).isEqualTo(200);
        assertThat(results("").getJsonObject(0)).doesNotContainKey("resultScore");

        tool.set("unfinished", "keeps");
        post(score("101", "2026-11-22T10:00:02Z", 8, 10));
        post(pending.replace("00:01Z", "00:03Z"));
        assertThat(results("").getJsonObject(0).getInt("resultScore")).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-11-22T10:00:00Z\" | \"2026-11-22 10:00:00\" | timestamp",
                "\"2026-11-22T10:00:00Z\" | \"2026-11-22T10:00:00\" | timestamp",
                "\"2026-11-22T10:00:00Z\" | \"2026-13-22T10:00:00Z\" | timestamp",
                "\"2026-11-22T10:00:00Z\" | \"2026-11-22T11:00:00Z\" | future",
                "\"Completed\" | \"Done\" | activityProgress",
                "\"FullyGraded\" | \"Graded\" | gradingProgress",
                "\"scoreGiven\":8 | \"scoreGiven\":-1 | scoreGiven",
                "\"scoreGiven\":8 | \"scoreGiven\":\"8\" | scoreGiven",
                "\"scoreMaximum\":10 | \"scoreMaximum\":0 | scoreMaximum",
                "\"scoreMaximum\":10 | \"comment\":null,\"scoreMaximum\":10 | null",
                "\"scoreMaximum\":10 | \"scoreMax\":10 | scoreMax",
                "\"userId\":\"101\" | \"userId\":101 | userId"
            })
    void saysInWordsWhatIsWrongWithAScore(String right, String wrong, String named) throws Exception {
        HttpResponse<String> answer =
                post(score("101", "2026-11-22T10:00:00Z", 8, 10).replace(right, wrong));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(PracticeTool.object(answer.body()).getJsonArray("faults").toString())
                .contains(named);
        assertThat(results("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11, 422", "1, 422", "999, 422", "129, 200"})
    void gradesStudentsOnly(String subject, int status) throws Exception {
        String good = score(subject, "2026-11-22T10:00:00Z", 8, 10);

        assertThat(post(good).statusCode()).isEqualTo(status);
        if (status != 200) {
            tool.set("ungradable", "400");
            assertThat(post(good).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void insistsOnExactMediaTypesAndOnScoresBeforeTheQuery() throws Exception {
        String token = bearer(PracticeTool.AGS + "score", PracticeTool.AGS + "lineitem.readonly");
        String good = score("101", "2026-11-22T10:00:00Z", 8, 10);

        assertThat(tool.send("POST", scores(), good, "Authorization", token, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
        HttpResponse<String> appended =
                tool.send("POST", lineItem() + "/scores", good, "Authorization", token, "Content-Type", SCORE);
        assertThat(appended.statusCode()).isEqualTo(400);
        assertThat(appended.body()).contains("before the question mark");
        assertThat(tool.get(lineItem(), "Authorization", token, "Accept", "application/json, */*;q=0.5")
                        .statusCode())
                .isEqualTo(406);
        assertThat(tool.get(lineItem(), "Authorization", token, "Accept", ITEM).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wantsTheRightScopeForEachThing() throws Exception {
        String readOnly = bearer(PracticeTool.AGS + "lineitem.readonly");

        assertThat(tool.send("POST", lineItems(), item("New", "1"), "Authorization", readOnly, "Content-Type", ITEM)
                        .statusCode())
                .isEqualTo(403);
        assertThat(tool.send(
                                "POST",
                                scores(),
                                score("101", "2026-11-22T10:00:00Z", 1, 1),
                                "Authorization",
                                readOnly,
                                "Content-Type",
                                SCORE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(tool.get(resultsAddress(), "Authorization", readOnly).statusCode())
                .isEqualTo(403);
    }

    @Test
    void makesChangesFindsAndRemovesLineItemsPageByPage() throws Exception {
        String all = bearer(PracticeTool.AGS + "lineitem");
        String link = resourceLink("intro");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> made = tool.send(
                    "POST", lineItems(), item("Watched " + i, link), "Authorization", all, "Content-Type", ITEM);
            assertThat(made.statusCode()).isEqualTo(201);
        }

        HttpResponse<String> page =
                tool.get(lineItems() + "&tag=watched&limit=2", "Authorization", all, "Accept", ITEMS);
        assertThat(PracticeTool.array(page.body())).hasSize(2);
        String next = page.headers().firstValue("Link").orElseThrow();
        assertThat(next).endsWith(">; rel=\"next\"");
        HttpResponse<String> rest = tool.get(next.substring(1, next.indexOf('>')), "Authorization", all);
        JsonObject last = PracticeTool.array(rest.body()).getJsonObject(0);
        assertThat(rest.headers().firstValue("Link")).isEmpty();
        assertThat(last.getString("label")).isEqualTo("Watched 2");

        String changed = "{\"label\":\"Renamed\",\"scoreMaximum\":5}";
        HttpResponse<String> put =
                tool.send("PUT", last.getString("id"), changed, "Authorization", all, "Content-Type", ITEM);
        assertThat(PracticeTool.object(put.body()).getString("label")).isEqualTo("Renamed");
        assertThat(PracticeTool.object(put.body()).getString("resourceLinkId")).isEqualTo(link);
        assertThat(tool.send("DELETE", last.getString("id"), "", "Authorization", all)
                        .statusCode())
                .isEqualTo(204);
        assertThat(tool.get(last.getString("id"), "Authorization", all).statusCode())
                .isEqualTo(404);
        assertThat(claim(tool.launch("person=student1&link=intro"))).containsKey("lineitem");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"scoreMaximum\":1}', 400",
        "'{\"label\":\" \",\"scoreMaximum\":1}', 400",
        "'{\"label\":\"a\"}', 400",
        "'{\"label\":\"a\",\"scoreMaximum\":0}', 400",
        "'{\"label\":\"a\",\"scoreMaximum\":1,\"id\":\"x\"}', 400",
        "'{\"label\":\"a\",\"scoreMaximum\":1,\"resourceLinkId\":\"999\"}', 404",
        "'[]', 400",
        "'{\"label\":\"a\",\"label\":\"b\",\"scoreMaximum\":1}', 400"
    })
    void refusesLineItemsThatAreNone(String body, int status) throws Exception {
        assertThat(tool.send(
                                "POST",
                                lineItems(),
                                body,
                                "Authorization",
                                bearer(PracticeTool.AGS + "lineitem"),
                                "Content-Type",
                                ITEM)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"204, 204, true", "500, 500, false", "503, 503, false", "404-html, 404, false"})
    void failsAsASwitchAsks(String asked, int status, boolean stored) throws Exception {
        tool.set("score-answer", asked);

        HttpResponse<String> answer = post(score("101", "2026-11-22T10:00:00Z", 8, 10));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(results("").isEmpty()).isEqualTo(!stored);
    }

    @Test
    void opensAStudentsWorkForReview() throws Exception {
        tool.later(Duration.ofSeconds(1));
        JWTClaimsSet claims = tool.launch("person=teacher&link=graded&review=student3");

        assertThat(claims.getStringClaim(PracticeTool.LTI + "message_type")).isEqualTo("LtiSubmissionReviewRequest");
        assertThat(claims.getJSONObjectClaim(PracticeTool.LTI + "for_user")).containsEntry("user_id", "103");
        assertThat(claim(claims)).containsKey("lineitem");
        assertThat(claims.getSubject()).isEqualTo("11");
        assertThat(tool.get(tool.issuer() + "/start?person=student1&link=graded&review=student3")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tool.get(tool.issuer() + "/start?person=teacher&link=intro&review=student3")
                        .statusCode())
                .isEqualTo(400);
    }

    private static Map<String, Object> claim(JWTClaimsSet claims) throws ParseException {
        return claims.getJSONObjectClaim(Claims.GRADES);
    }

    private String lineItems() {
        return tool.issuer() + "/services/2/lineitems?type_id=1";
    }

    private String lineItem() {
        return tool.issuer() + "/services/2/lineitems/1/lineitem?type_id=1";
    }

    private String scores() {
        return tool.issuer() + "/services/2/lineitems/1/lineitem/scores?type_id=1";
    }

    private String resultsAddress() {
        return tool.issuer() + "/services/2/lineitems/1/lineitem/results?type_id=1";
    }

    private String bearer(String... scopes) throws Exception {
        return "Bearer " + tool.token(scopes);
    }

    private HttpResponse<String> post(String score) throws Exception {
        return tool.send(
                "POST",
                scores(),
                score,
                "Authorization",
                bearer(PracticeTool.AGS + "score"),
                "Content-Type",
                SCORE + "; charset=utf-8");
    }

    private JsonArray results(String more) throws Exception {
        return PracticeTool.array(tool.get(
                        resultsAddress() + more,
                        "Authorization",
                        bearer(PracticeTool.AGS + "result.readonly"),
                        "Accept",
                        RESULTS)
                .body());
    }

    private String resourceLink(String link) throws Exception {
        return (String) tool.launch("person=student1&link=" + link)
                .getJSONObjectClaim(PracticeTool.LTI + "resource_link")
                .get("id");
    }

    private static String item(String label, String link) {
        return "{\"label\":\"%s\",\"scoreMaximum\":10,\"tag\":\"watched\",\"resourceLinkId\":\"%s\"}"
                .formatted(label, link);
    }

    private static String score(String subject, String timestamp, int given, int maximum) {
        return """
                {"userId":"%s","timestamp":"%s","activityProgress":"Completed","gradingProgress":"FullyGraded",\
                "scoreGiven":%d,"scoreMaximum":%d}""".formatted(subject, timestamp, given, maximum);
    }
}
