package org.lectern.playground.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.playground.lrs.PracticeStore.ID;
import static org.lectern.playground.lrs.PracticeStore.OTHER_ID;
import static org.lectern.playground.lrs.PracticeStore.statement;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store stays within its limits and forgets no id. */
final class StatementStoreTest {
    private final StatementStore store = new StatementStore(Clock.systemUTC(), 1, 1_000_000);

    @Test
    void dropsTheOldestFromViewButKnowsItStill() {
        put(ID, "played");
        put(OTHER_ID, "played");

        assertThat(store.after(0)).extracting(Stored::id).containsExactly(OTHER_ID);
        assertThat(store.total()).isEqualTo(2);
        put(ID, "played");
        assertThat(store.total()).isEqualTo(2);
        assertThatThrownBy(() -> put(ID, "paused")).isInstanceOf(Refused.class);
    }

    private void put(String id, String verb) {
        List<Candidate> batch = Candidate.all(statement(id, verb), () -> ID);
        store.put(batch);
    }
}
