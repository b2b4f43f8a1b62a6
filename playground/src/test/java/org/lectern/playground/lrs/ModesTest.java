package org.lectern.playground.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.playground.lrs.PracticeStore.ID;
import static org.lectern.playground.lrs.PracticeStore.OTHER_ID;
import static org.lectern.playground.lrs.PracticeStore.json;
import static org.lectern.playground.lrs.PracticeStore.statement;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;

/** The LRS fails in the way it was told, and remembers what reached it meanwhile. */
final class ModesTest {
    private final PracticeStore lrs = new PracticeStore();

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 413, 429, 500, 503})
    void answersAPlainStatusAndStoresNothing(int status) {
        lrs.mode("mode=" + status);

        assertThat(lrs.post(statement(ID, "played")).status()).isEqualTo(status);
        assertThat(lrs.stored()).isZero();
    }

    @Test
    void saysWhenToComeBack() {
        lrs.mode("mode=429&retryAfter=7");

        assertThat(lrs.post("[]").headers()).containsEntry("Retry-After", "7");
    }

    @Test
    void letsSmallBodiesPass() {
        lrs.mode("mode=413&bytes=300");

        assertThat(lrs.post(statement(ID, "played")).status()).isEqualTo(200);
        assertThat(lrs.post("[" + statement(ID, "played") + "," + statement(OTHER_ID, "played") + "]")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void hangsUp() {
        lrs.mode("mode=down");

        assertThat(lrs.post(statement(ID, "played"))).isEqualTo(Answer.HANG_UP);
        assertThat(lrs.stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store-then-500", "store-then-close"})
    void storesAndFailsAllTheSame(String mode) {
        lrs.mode("mode=" + mode);

        assertThat(lrs.post(statement(ID, "played")).status()).isNotEqualTo(200);
        assertThat(lrs.stored()).isEqualTo(1);
    }

    @Test
    void answersLateWhatItStored() {
        lrs.mode("mode=answer-late&delay=1");

        assertThat(lrs.post(statement(ID, "played")).status()).isEqualTo(200);
    }

    @Test
    void liesWithoutStoring() {
        lrs.mode("mode=lie");

        assertThat(lrs.post(statement(ID, "played")).status()).isEqualTo(200);
        assertThat(lrs.stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "https://verbs.example/paused"})
    void refusesOneStatementByIdOrVerb(String refuse) {
        lrs.mode("mode=400-for&refuse=" + refuse);

        Answer answer = lrs.post("[" + statement(OTHER_ID, "played") + "," + statement(ID, "paused") + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.bodyText()).contains("statement 1", ID);
        assertThat(lrs.post(statement(OTHER_ID, "played")).status()).isEqualTo(200);
    }

    @Test
    void behavesAgainAfterTheGivenNumberOfRequests() {
        lrs.mode("mode=500&times=2");

        assertThat(lrs.post("[]").status()).isEqualTo(500);
        assertThat(lrs.post("[]").status()).isEqualTo(500);
        assertThat(lrs.post("[]").status()).isEqualTo(200);
    }

    @Test
    void takesJsonAndTellsItsMode() {
        lrs.ask("POST", "acme/mode", "{\"mode\":\"slow\",\"delay\":5}");

        JsonObject mode = json(lrs.ask("GET", "acme/mode", ""));
        assertThat(mode.getString("mode")).isEqualTo("slow");
        assertThat(mode.getInt("delay")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mode=sulk", "mode=200", "mode=slow&delay=long", "mode=400-for", "mode=429&retryAfter=a%0Ab"
            })
    void refusesModesItDoesNotKnow(String form) {
        assertThatThrownBy(() -> lrs.mode(form)).isInstanceOf(BadRequest.class);
    }

    @Test
    void countsRequestsAndRepeats() {
        lrs.mode("mode=503&times=1");
        lrs.post(statement(ID, "played"));
        lrs.post(statement(ID, "played"));

        JsonObject log = json(lrs.ask("GET", "acme/requests.json", ""));
        assertThat(log.getInt("total")).isEqualTo(2);
        assertThat(log.getInt("repeated")).isEqualTo(1);
        assertThat(log.getJsonArray("differentBytes")).isEmpty();
        assertThat(log.getJsonArray("requests").getJsonObject(0).getInt("status"))
                .isEqualTo(503);
        assertThat(log.getJsonArray("requests").getJsonObject(1).getInt("statements"))
                .isEqualTo(1);
        assertThat(lrs.ask("GET", "acme/arrivals.txt", "").bodyText()).isEqualTo(ID + " 2\n");
    }

    @Test
    void noticesOtherBytesUnderOneIdWhereverTheyStandInABatch() {
        String one = statement(ID, "played");
        String quoted = statement(OTHER_ID, "pl\\u0061yed").replace("learner@", "l}],[{,\\\"@");
        lrs.post(one);
        lrs.post("[" + quoted + " , " + one + "]");
        assertThat(differing()).isZero();

        lrs.post("[" + one.replace(" ", "") + "]");
        assertThat(differing()).isEqualTo(1);
    }

    @Test
    void forgetsEverything() {
        lrs.post(statement(ID, "played"));
        lrs.mode("mode=500");

        lrs.ask("POST", "acme/reset", "");

        assertThat(lrs.stored()).isZero();
        assertThat(lrs.post(statement(ID, "paused")).status()).isEqualTo(200);
    }

    @Test
    void handsOutStatementsInOrderOfArrival() {
        lrs.post("[" + statement(OTHER_ID, "played") + "," + statement(ID, "paused") + "]");

        JsonObject all = json(lrs.ask("GET", "acme/statements.json", ""));
        assertThat(all.getJsonArray("statements").getJsonObject(0).getString("id"))
                .isEqualTo(OTHER_ID);
        assertThat(all.getInt("next")).isEqualTo(2);
        JsonObject rest = json(lrs.ask("GET", "acme/statements.json?after=1", ""));
        assertThat(rest.getJsonArray("statements")).hasSize(1);
        assertThat(lrs.ask("GET", "acme/", "", Map.of()).bodyText()).contains("Statements");
    }

    private int differing() {
        return json(lrs.ask("GET", "acme/requests.json", ""))
                .getJsonArray("differentBytes")
                .size();
    }
}
