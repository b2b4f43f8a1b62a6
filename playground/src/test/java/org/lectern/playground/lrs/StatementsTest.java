package org.lectern.playground.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.playground.lrs.PracticeStore.ID;
import static org.lectern.playground.lrs.PracticeStore.OTHER_ID;
import static org.lectern.playground.lrs.PracticeStore.json;
import static org.lectern.playground.lrs.PracticeStore.statement;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.playground.web.Answer;

/** The statements resource answers as xAPI 1.0.3 says. */
final class StatementsTest {
    private final PracticeStore lrs = new PracticeStore();

    @Test
    void answersAPostedStatementWithItsId() {
        Answer answer = lrs.post(statement(ID, "played"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bodyText()).isEqualTo("[\"" + ID + "\"]");
        assertThat(answer.headers()).containsEntry("X-Experience-API-Version", "1.0.3");
    }

    @Test
    void answersABatchWithIdsInOrder() {
        Answer answer = lrs.post("[" + statement(OTHER_ID, "played") + ", " + statement(ID, "paused") + "]");

        assertThat(answer.bodyText()).isEqualTo("[\"" + OTHER_ID + "\",\"" + ID + "\"]");
        assertThat(lrs.stored()).isEqualTo(2);
    }

    @Test
    void takesAnEmptyBatch() {
        assertThat(lrs.post("[]").bodyText()).isEqualTo("[]");
    }

    @Test
    void refusesAWholeBatchForOneBadStatementAndNamesIt() {
        String bad = statement(OTHER_ID, "played").replace("mailto:", "");

        Answer answer = lrs.post("[" + statement(ID, "played") + "," + bad + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.bodyText()).contains("statement 1", OTHER_ID, "actor.mbox");
        assertThat(lrs.stored()).isZero();
    }

    @Test
    void refusesOneIdTwiceInABatch() {
        Answer answer = lrs.post("[" + statement(ID, "played") + "," + statement(ID, "played") + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(lrs.stored()).isZero();
    }

    @Test
    void takesTheSameStatementAgain() {
        lrs.post(statement(ID, "played"));

        assertThat(lrs.post(statement(ID, "played")).status()).isEqualTo(200);
        assertThat(lrs.stored()).isEqualTo(1);
    }

    @Test
    void takesTheSameMeaningInOtherWords() {
        lrs.post(statement(ID, "played"));
        String other = statement(ID.toUpperCase(Locale.ROOT), "played")
                .replace("09:00:00.000Z", "11:00:00+02:00")
                .replace(
                        "\"https://videos.example/1\"",
                        "\"https://videos.example/1\",\"definition\":{\"name\":{\"en\":\"A\"}}");

        assertThat(lrs.post(other).status()).isEqualTo(200);
    }

    @Test
    void refusesOtherContentUnderAKnownIdAndStoresNothingOfTheBatch() {
        lrs.post(statement(ID, "played"));

        Answer answer = lrs.post("[" + statement(OTHER_ID, "played") + "," + statement(ID, "paused") + "]");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(lrs.stored()).isEqualTo(1);
    }

    @Test
    void putsOneStatement() {
        assertThat(lrs.put("statementId=" + ID, statement(ID, "played")).status())
                .isEqualTo(204);
        assertThat(lrs.put("statementId=" + ID, statement(ID, "played")).status())
                .isEqualTo(204);
        assertThat(lrs.put("statementId=" + ID, statement(ID, "paused")).status())
                .isEqualTo(409);
        assertThat(lrs.put("statementId=" + OTHER_ID, statement(ID, "played")).status())
                .isEqualTo(400);
        assertThat(lrs.put("", statement(ID, "played")).status()).isEqualTo(400);
    }

    @Test
    void givesAStatementBackById() {
        lrs.post(statement(ID, "played"));

        JsonObject found = json(lrs.get("?statementId=" + ID));

        assertThat(found.getString("id")).isEqualTo(ID);
        assertThat(found).containsKeys("stored", "authority", "version");
        assertThat(lrs.get("?statementId=" + OTHER_ID).status()).isEqualTo(404);
    }

    @Test
    void hidesAVoidedStatement() {
        lrs.post(statement(ID, "played"));
        lrs.post("""
                {"actor":{"mbox":"mailto:a@acme.example"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
                 "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(ID));

        assertThat(lrs.get("?statementId=" + ID).status()).isEqualTo(404);
        assertThat(lrs.get("?voidedStatementId=" + ID).status()).isEqualTo(200);
    }

    @Test
    void listsNewestFirstAndLeadsOnWithMore() {
        lrs.post("[" + statement(ID, "played") + "," + statement(OTHER_ID, "paused") + "]");

        JsonObject first = json(lrs.get("?limit=1"));
        assertThat(first.getJsonArray("statements").getJsonObject(0).getString("id"))
                .isEqualTo(OTHER_ID);
        String more = first.getString("more");
        assertThat(more).startsWith("/acme/xapi/statements/more?");

        JsonObject second = json(lrs.ask("GET", more.substring(1), ""));
        assertThat(second.getJsonArray("statements").getJsonObject(0).getString("id"))
                .isEqualTo(ID);
        assertThat(second.getString("more")).isEmpty();
    }

    @Test
    void listsByVerbAgentAndOldestFirst() {
        lrs.post("[" + statement(ID, "played") + "," + statement(OTHER_ID, "paused") + "]");

        assertThat(ids("?verb=https://verbs.example/paused")).containsExactly(OTHER_ID);
        assertThat(ids("?ascending=true")).containsExactly(ID, OTHER_ID);
        assertThat(ids("?agent=%7B%22mbox%22:%22mailto:learner@acme.example%22%7D"))
                .hasSize(2);
        assertThat(ids("?agent=%7B%22mbox%22:%22mailto:other@acme.example%22%7D"))
                .isEmpty();
        assertThat(ids("?since=2026-11-22T10:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?Verb=https://verbs.example/x",
                "?colour=blue",
                "?verb=played",
                "?limit=-1",
                "?since=noon",
                "?statementId=5",
                "?limit=1&limit=2"
            })
    void refusesQueriesItDoesNotKnow(String query) {
        assertThat(lrs.get(query).status()).isEqualTo(400);
    }

    @Test
    void wantsKnownCredentials() {
        Answer none = lrs.ask("POST", "acme/xapi/statements", "[]", Map.of("authorization", ""));
        Answer wrong = lrs.ask("POST", "acme/xapi/statements", "[]", Map.of("authorization", "Basic eDp5"));

        assertThat(none.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.headers()).containsKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.95", "1.1.0", "2.0.0", "abc"})
    void refusesOtherVersions(String version) {
        Answer answer = lrs.ask("POST", "acme/xapi/statements", "[]", Map.of("x-experience-api-version", version));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded"})
    void refusesOtherContentTypes(String type) {
        Answer answer = lrs.ask("POST", "acme/xapi/statements", "[]", Map.of("content-type", type));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "\"text\"", "[{}]", "{\"id\":1,\"id\":2}"})
    void refusesWhatIsNoStatement(String body) {
        assertThat(lrs.post(body).status()).isEqualTo(400);
    }

    @Test
    void tellsItsVersionToAnybody() {
        Answer about =
                lrs.ask("GET", "acme/xapi/about", "", Map.of("authorization", "", "x-experience-api-version", ""));

        assertThat(about.bodyText()).isEqualTo("{\"version\":[\"1.0.3\"]}");
    }

    private List<String> ids(String query) {
        return json(lrs.get(query)).getJsonArray("statements").getValuesAs(JsonObject.class).stream()
                .map(found -> found.getString("id"))
                .toList();
    }
}
