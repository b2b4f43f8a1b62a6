package org.lectern.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.action.LearnerAction;

/**
 * The contract of adapters that write in another standard than xAPI. Extend it, name the vocabulary, and judge an event by its standard;
 * {@link org.lectern.adapter.judge.CaliperCheck} does so for Caliper 1.2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EventContract {

    private static final int ROOM_OF_A_REQUEST = 64 * 1024;

    private AdapterBus bus;

    /** The vocabulary's name. */
    protected abstract String vocabulary();

    /** What is wrong with one event by its standard; empty when nothing is. */
    protected abstract List<String> faults(JsonObject event);

    /** What is wrong with the events of one session together. */
    protected abstract List<String> sessionFaults(List<JsonObject> session);

    /** Settings under which the adapter says all that it can say. */
    protected Map<String, String> everything() {
        return Map.of();
    }

    /** What the adapter says about an action. */
    protected final List<JsonEvent> tell(LearnerAction action) {
        return bus.tellEvents(vocabulary(), action);
    }

    /** What the adapter says about a session, as the receiver gets it. */
    protected final List<JsonObject> session(Script script) {
        return told(script.actions());
    }

    /** What the adapter says about some actions, as the receiver gets it. */
    protected final List<JsonObject> told(List<LearnerAction> actions) {
        return actions.stream()
                .flatMap(action -> tell(action).stream())
                .map(EventContract::parse)
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
    void everyEventIsValidByItsStandard() {
        assertThat(everyEvent().map(EventContract::parse))
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(faults(event)).as(event.toString()).isEmpty());
    }

    @Test
    void theEventsOfASessionFitTogether() {
        for (Script script : Casts.all(everything())) {
            assertThat(sessionFaults(session(script))).isEmpty();
        }
    }

    @Test
    void anEventIsKeptWithTheIdAndTimeThatItsBytesSay() {
        assertThat(everyEvent())
                .allSatisfy(event -> assertThat(parse(event).toString())
                        .contains(event.id().toString())
                        .contains(event.at().toString().substring(0, 19)));
    }

    @Test
    void tellsWhenItWas() {
        assertThat(everyAction())
                .allSatisfy(action -> assertThat(tell(action))
                        .allSatisfy(event -> assertThat(event.at()).isEqualTo(action.at())));
    }

    @Test
    void usesNoIdTwice() {
        List<UUID> ids = everyEvent().map(JsonEvent::id).toList();
        assertThat(ids).hasSameSizeAs(new HashSet<>(ids));
    }

    @Test
    void putsNoStatementsAndSaysNothingInAnotherVocabulary() {
        assertThat(everyAction()).allSatisfy(action -> {
            assertThat(bus.tell(vocabulary(), action)).isEmpty();
            assertThat(bus.tellEvents("another-vocabulary", action)).isEmpty();
        });
    }

    @Test
    void leavesRoomForManyEventsInOneRequest() {
        assertThat(everyEvent()).allSatisfy(event -> assertThat(event.body()).hasSizeLessThan(ROOM_OF_A_REQUEST));
    }

    private Stream<JsonEvent> everyEvent() {
        return everyAction().flatMap(action -> tell(action).stream());
    }

    private Stream<LearnerAction> everyAction() {
        List<Script> scripts = new ArrayList<>(Casts.all(everything()));
        scripts.add(Casts.live(everything()));
        return Stream.concat(
                scripts.stream().flatMap(script -> script.actions().stream()),
                Casts.everyAuthoring(everything()).stream().flatMap(authoring -> authoring.actions().stream()));
    }

    private static JsonObject parse(JsonEvent event) {
        try (var reader = Json.createReader(new ByteArrayInputStream(event.body()))) {
            return reader.readObject();
        }
    }
}
