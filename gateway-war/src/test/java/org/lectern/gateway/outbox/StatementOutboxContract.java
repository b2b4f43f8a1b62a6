package org.lectern.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;

/** What every outbox promises to those who put. */
abstract class StatementOutboxContract {

    final List<Integer> signalled = new ArrayList<>();

    /** Entries of one lane as they lie in the outbox, in the order of their positions. */
    record Kept(long position, UUID statementId, String actorKey, Instant at, String body) {}

    abstract StatementOutbox outbox();

    /** What the transaction does is done when it returns, and undone when it throws. */
    abstract void inTransaction(Consumer<Handle> work);

    abstract List<Kept> lane(String tenant, String destination, int shard);

    final LaneSignals signals() {
        return (Collection<Integer> lanes) -> signalled.addAll(lanes);
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
    void signalsEachLaneOncePerCommit() {
        put(List.of(entry("acme", "lrs", 0, "a"), entry("acme", "lrs", 0, "b"), entry("acme", "lrs", 1, "c")));

        assertThat(signalled).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void putsNothingWhenThereIsNothing() {
        put(List.of());

        assertThat(signalled).isEmpty();
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
        inTransaction(transaction -> outbox().put(transaction, entries));
        outbox().committed(entries);
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
