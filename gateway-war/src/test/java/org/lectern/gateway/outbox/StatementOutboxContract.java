package org.lectern.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;

/** What every outbox promises to those who put. */
abstract class StatementOutboxContract {

    /** What delivery was handed, one element for each call. */
    final List<List<Placed>> handed = new ArrayList<>();

    /** Entries of one lane as they lie in the outbox, in the order of their positions. */
    record Kept(long position, UUID statementId, String actorKey, Instant at, String body) {}

    abstract StatementOutbox outbox();

    /** What the transaction does is done when it returns, and undone when it throws. */
    abstract List<Placed> inTransaction(Function<Handle, List<Placed>> work);

    abstract List<Kept> lane(String tenant, String destination, int shard);

    final LaneSignals signals() {
        return handed::add;
    }

    @Test
    void keepsEntriesOfALaneInTheOrderGivenWithoutGaps() {
        List<OutboxEntry> first = List.of(entry("acme", "lrs", 0, "a"), entry("acme", "lrs", 0, "b"));
        List<OutboxEntry> second = List.of(entry("acme", "lrs", 0, "c"));
        put(first);
        put(second);

        List<Kept> lane = lane("acme", "lrs", 0);
        assertThat(lane).extracting(Kept::body).containsExactly("a", "b", "c");
        assertThat(lane).extracting(Kept::position).containsExactly(1L, 2L, 3L);
        assertThat(lane.get(2))
                .isEqualTo(new Kept(
                        3, second.get(0).statementId(), "u1", second.get(0).at(), "c"));
    }

    @Test
    void keepsTenantsDestinationsAndShardsApart() {
        put(List.of(
                entry("umbrella", "lrs", 0, "u"),
                entry("acme", "lrs", 1, "shard"),
                entry("acme", "research", 0, "research"),
                entry("acme", "lrs", 0, "lrs")));

        assertThat(lane("acme", "lrs", 0)).extracting(Kept::body).containsExactly("lrs");
        assertThat(lane("acme", "lrs", 1)).extracting(Kept::body).containsExactly("shard");
        assertThat(lane("acme", "research", 0)).extracting(Kept::body).containsExactly("research");
        assertThat(lane("umbrella", "lrs", 0)).extracting(Kept::body).containsExactly("u");
    }

    @Test
    void forgetsWhatWasNotCommittedAndLeavesNoGap() {
        put(List.of(entry("acme", "lrs", 0, "a")));
        assertThatThrownBy(() -> inTransaction(transaction -> {
                    outbox().put(
                                    transaction,
                                    List.of(entry("acme", "lrs", 0, "lost"), entry("other", "lrs", 0, "lost")));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        put(List.of(entry("acme", "lrs", 0, "b"), entry("other", "lrs", 0, "o")));

        assertThat(lane("acme", "lrs", 0)).extracting(Kept::position).containsExactly(1L, 2L);
        assertThat(lane("acme", "lrs", 0)).extracting(Kept::body).containsExactly("a", "b");
        assertThat(lane("other", "lrs", 0)).extracting(Kept::body).containsExactly("o");
    }

    @Test
    void handsOverWhatWasCommittedOnceWithTheLanesAndPlacesItHas() {
        put(List.of(entry("acme", "lrs", 0, "a")));
        List<OutboxEntry> second =
                List.of(entry("acme", "lrs", 0, "b"), entry("acme", "lrs", 1, "c"), entry("acme", "lrs", 0, "d"));
        put(second);

        assertThat(handed).hasSize(2);
        List<Placed> placed = handed.get(1);
        assertThat(placed).extracting(Placed::entry).isEqualTo(second);
        assertThat(placed).extracting(Placed::position).containsExactly(2L, 1L, 3L);
        assertThat(placed.get(2).lane()).isEqualTo(placed.get(0).lane());
        assertThat(placed.get(1).lane()).isNotEqualTo(placed.get(0).lane());
        assertThat(lane("acme", "lrs", 0))
                .extracting(Kept::statementId)
                .containsSubsequence(second.get(0).statementId(), second.get(2).statementId());
    }

    @Test
    void givesThePlacesOfALaneThatWasRolledBackToTheNext() {
        assertThatThrownBy(() -> inTransaction(transaction -> {
                    outbox().put(transaction, List.of(entry("acme", "lrs", 0, "lost")));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        put(List.of(entry("acme", "lrs", 0, "a")));

        assertThat(handed).hasSize(1);
        assertThat(handed.get(0)).extracting(Placed::position).containsExactly(1L);
    }

    @Test
    void putsTheLastOfATransactionLikeAnyOther() {
        put(List.of(entry("acme", "lrs", 0, "a")));
        List<OutboxEntry> last = List.of(entry("acme", "lrs", 0, "b"), entry("other", "lrs", 0, "o"));
        outbox().committed(inTransaction(transaction -> outbox().putLast(transaction, last)));
        outbox().committed(inTransaction(transaction -> outbox().putLast(transaction, List.of())));

        assertThat(lane("acme", "lrs", 0)).extracting(Kept::body).containsExactly("a", "b");
        assertThat(lane("other", "lrs", 0)).extracting(Kept::body).containsExactly("o");
        assertThat(handed).hasSize(2);
        assertThat(handed.get(1)).extracting(Placed::position).containsExactly(2L, 1L);
    }

    @Test
    void putsNothingWhenThereIsNothing() {
        put(List.of());

        assertThat(handed).isEmpty();
    }

    @Test
    void keepsBytesOfEverySizeAsTheyAre() {
        String big = "é\u0000\\x".repeat(40_000);
        put(IntStream.range(0, 3)
                .mapToObj(i -> entry("acme", "lrs", 0, i + big))
                .toList());

        assertThat(lane("acme", "lrs", 0)).extracting(Kept::body).containsExactly("0" + big, "1" + big, "2" + big);
    }

    final void put(List<OutboxEntry> entries) {
        outbox().committed(inTransaction(transaction -> outbox().put(transaction, entries)));
    }

    static OutboxEntry entry(String tenant, String destination, int shard, String body) {
        return new OutboxEntry(
                new TenantId(tenant),
                destination,
                shard,
                UUID.randomUUID(),
                "u1",
                Instant.parse("2026-03-02T09:00:05.123Z"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
