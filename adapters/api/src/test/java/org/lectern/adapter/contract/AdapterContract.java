package org.lectern.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.judge.NpmJudge;
import org.lectern.adapter.judge.ProfileTemplates;
import org.lectern.adapter.judge.StatementCheck;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementJson;

/** What every adapter keeps, whatever its vocabulary. Extend it, and name the vocabulary and the settings that switch all on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AdapterContract {

    private static final int ROOM_OF_A_REQUEST = 64 * 1024;

    private final StatementCheck xapi = new StatementCheck(Instant.parse("2026-03-02T10:00:00Z"));
    private final ProfileTemplates profile = new ProfileTemplates();
    private AdapterBus bus;

    /** The vocabulary's name. */
    protected abstract String vocabulary();

    /** Settings under which the adapter says all that it can say. */
    protected Map<String, String> everything() {
        return Map.of();
    }

    /** What the adapter says about an action. */
    protected final List<Statement> tell(LearnerAction action) {
        return bus.tell(vocabulary(), action);
    }

    /** What the adapter says about a session, as the LRS gets it. */
    protected final List<JsonObject> session(Script script) {
        return told(script.actions());
    }

    /** What the adapter says about some actions, as the LRS gets it. */
    protected final List<JsonObject> told(List<LearnerAction> actions) {
        return actions.stream()
                .flatMap(action -> tell(action).stream())
                .map(StatementJson::bytes)
                .map(AdapterContract::parse)
                .toList();
    }

    @BeforeAll
    void openBus() {
        bus = AdapterBus.open();
    }

    @AfterAll
    void closeBus() {
        bus.close();
    }

    @Test
    void everyStatementIsValidXapi() {
        assertThat(everyStatement())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(xapi.faults(StatementJson.bytes(statement)))
                        .as(statement.toString())
                        .isEmpty());
    }

    @Test
    void everyIndependentVerdictIsGood() throws Exception {
        List<byte[]> statements = everyStatement().map(StatementJson::bytes).toList();
        assertThat(NpmJudge.inTarget().verdicts(statements)).isNotEmpty().containsOnly("ok");
    }

    @Test
    void whatClaimsTheVideoProfileKeepsIt() {
        for (Script script : Casts.all(everything())) {
            assertThat(profile.sessionFaults(session(script))).isEmpty();
        }
    }

    @Test
    void nothingOutsideAPlaybackClaimsTheVideoProfile() {
        for (Authoring authoring : Casts.everyAuthoring(everything())) {
            assertThat(told(authoring.actions())).noneMatch(profile::claims);
        }
    }

    @Test
    void aLiveStreamClaimsNoProfileThatItCannotKeep() {
        assertThat(session(Casts.live(everything()))).noneMatch(profile::claims);
    }

    @Test
    void tellsWhoDidItAndWhen() {
        for (LearnerAction action : everyAction().toList()) {
            assertThat(tell(action)).allSatisfy(statement -> {
                assertThat(statement.actor()).isEqualTo(action.context().actor());
                assertThat(statement.timestamp()).isEqualTo(action.at());
            });
        }
    }

    @Test
    void usesNoIdTwice() {
        List<UUID> ids = everyStatement().map(Statement::id).toList();
        Set<UUID> different = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(different);
    }

    @Test
    void saysNothingInAnotherVocabulary() {
        assertThat(everyAction())
                .allSatisfy(action ->
                        assertThat(bus.tell("another-vocabulary", action)).isEmpty());
    }

    @Test
    void leavesRoomForManyStatementsInOneRequest() {
        assertThat(everyStatement())
                .allSatisfy(
                        statement -> assertThat(StatementJson.bytes(statement)).hasSizeLessThan(ROOM_OF_A_REQUEST));
    }

    private Stream<Statement> everyStatement() {
        return everyAction().flatMap(action -> tell(action).stream());
    }

    private Stream<LearnerAction> everyAction() {
        List<Script> scripts = new ArrayList<>(Casts.all(everything()));
        scripts.add(Casts.live(everything()));
        return Stream.concat(
                scripts.stream().flatMap(script -> script.actions().stream()),
                Casts.everyAuthoring(everything()).stream().flatMap(authoring -> authoring.actions().stream()));
    }

    private static JsonObject parse(byte[] statement) {
        try (var reader = Json.createReader(new ByteArrayInputStream(statement))) {
            return reader.readObject();
        }
    }
}
