package org.lectern.gateway.playback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.PlayerState;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.outbox.JdbcStatementOutbox;
import org.lectern.gateway.outbox.LaneSignals;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/** Facts on a real database: together or not at all, once or never twice, on any number of nodes. */
class AcceptanceTest {

    private static final Instant NOW = Watching.LAUNCH.plus(Duration.ofDays(1));
    private static Jdbi jdbi;

    private final Tenant tenant = Watching.tenant("acme", new ProgressPolicy.Milestones());
    private final LearnerSession session = Watching.session(tenant.id(), "u-20417");
    private final UUID playback = UUID.randomUUID();
    private final PlainBus bus = new PlainBus();
    private final List<Acceptance> nodes = new ArrayList<>();

    @BeforeAll
    static void openDatabase() {
        jdbi = TestDatabase.jdbi();
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle ->
                handle.execute("truncate playback, attempt, outbox, lane_head, lane, learner_session cascade"));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into learner_session (id, tenant, token_hash, platform, learner_key, actor, role, language,
                            created, expires, facts_until)
                        values (:id, 'acme', 'x', 'moodle', 'u-20417', '', 'learner', 'en', :at, :at, :at)
                        """)
                .bind("id", session.id())
                .bind("at", Timestamp.from(Watching.LAUNCH))
                .execute());
    }

    @AfterEach
    void stop() {
        nodes.forEach(Acceptance::stop);
    }

    @Test
    void commitsFactsStatesAndStatementsTogether() throws Exception {
        Accepted accepted = send(node(), 1, 2, 3).get(10, SECONDS);

        assertThat(accepted).isEqualTo(new Accepted(3, List.of()));
        assertThat(bodies()).containsExactly("Initialized", "Played", "Progressed", "Paused", "Progressed");
        assertThat(one("select segments from attempt")).isEqualTo("0.000[.]30.000");
        assertThat(one("select through from playback")).isEqualTo("3");
        assertThat(one("select time_spent_ms || ' ' || position_ms || ' ' || length_ms from attempt"))
                .isEqualTo("30000 30000 100000");
    }

    @Test
    void answersTheSameToARepetitionAndChangesNothing() throws Exception {
        Acceptance node = node();
        Accepted first = send(node, 1, 2, 3).get(10, SECONDS);
        Accepted again = send(node, 1, 2, 3).get(10, SECONDS);
        Accepted part = send(node, 2).get(10, SECONDS);

        assertThat(again).isEqualTo(first);
        assertThat(part.through()).isEqualTo(3);
        assertThat(bodies()).hasSize(5);
    }

    @Test
    void holdsFactsBeyondAGapUntilItCloses() throws Exception {
        Acceptance node = node();
        assertThat(send(node, 1, 3).get(10, SECONDS).through()).isEqualTo(1);
        assertThat(bodies()).containsExactly("Initialized");
        assertThat(send(node(), 2).get(10, SECONDS).through()).isEqualTo(3);

        assertThat(bodies()).containsExactly("Initialized", "Played", "Progressed", "Paused", "Progressed");
    }

    @Test
    void refusesAGapThatIsTooWide() {
        assertThatThrownBy(() -> send(node(), 1, 5_000).get(10, SECONDS))
                .isInstanceOfSatisfying(
                        ExecutionException.class,
                        e -> assertThat(problem(e).code()).isEqualTo("facts.gap_too_wide"));
        assertThat(bodies()).isEmpty();
    }

    @Test
    void hidesAPlaybackFromEveryoneElse() throws Exception {
        Acceptance node = node();
        send(node, 1).get(10, SECONDS);
        LearnerSession other = Watching.session(tenant.id(), "u-1");

        assertThatThrownBy(() -> node.accept(submission(other, 2)).get(10, SECONDS))
                .isInstanceOfSatisfying(
                        ExecutionException.class,
                        e -> assertThat(problem(e).status()).isEqualTo(404));
        assertThat(bodies()).containsExactly("Initialized");
    }

    @Test
    void tellsWhoDrawsConclusionsHowFarTheLearnerIsAndSendsWhatTheySay() throws Exception {
        List<Viewed> seen = new ArrayList<>();
        WatchingWitness witness = (transaction, viewed) -> {
            seen.addAll(viewed);
            byte[] body = "Score".getBytes(StandardCharsets.US_ASCII);
            return List.of(new OutboxEntry(tenant.id(), "ags-moodle", 0, UUID.randomUUID(), "u-20417", NOW, body));
        };
        FactsCommit commit = new FactsCommit(jdbi, bus, outbox(), List.of(witness), meter());
        Acceptance node = start(new Acceptance(commit, PlaybackSettings.DEFAULTS));
        send(node, 1, 2).get(10, SECONDS);
        send(node, 3).get(10, SECONDS);

        assertThat(seen)
                .containsExactly(
                        new Viewed(session, "intro", new BigDecimal("0.000"), false, false),
                        new Viewed(session, "intro", new BigDecimal("0.300"), false, true));
        assertThat(bodies()).filteredOn("Score"::equals).hasSize(2);
    }

    @Test
    void letsTwoTenantsUseTheSamePlaybackId() throws Exception {
        Tenant umbrella = Watching.tenant("umbrella", new ProgressPolicy.Milestones());
        Acceptance node = node();
        send(node, 1).get(10, SECONDS);
        LearnerSession there = Watching.session(umbrella.id(), "u-20417");
        node.accept(new Submission(umbrella, there, Watching.scene(umbrella, there), request(1)))
                .get(10, SECONDS);

        assertThat(one("select count(*) from playback")).isEqualTo("2");
        assertThat(one("select count(distinct tenant) from outbox")).isEqualTo("2");
    }

    /** The bus breaks for one learner: the others of the same group are accepted all the same. */
    @Test
    void oneRequestThatCannotBeAcceptedSpoilsNoOther() throws Exception {
        bus.breakFor("u-666");
        Acceptance node = new Acceptance(jdbi, bus, outbox(), meter(), PlaybackSettings.DEFAULTS);
        List<CompletableFuture<Accepted>> good = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            good.add(node.accept(submission(Watching.session(tenant.id(), "u-" + i), UUID.randomUUID(), 1)));
        }
        CompletableFuture<Accepted> bad =
                node.accept(submission(Watching.session(tenant.id(), "u-666"), UUID.randomUUID(), 1));
        start(node);

        for (CompletableFuture<Accepted> one : good) {
            assertThat(one.get(10, SECONDS).through()).isEqualTo(1);
        }
        assertThatThrownBy(() -> bad.get(10, SECONDS)).hasRootCauseMessage("broken for u-666");
        assertThat(bodies()).hasSize(5);
        assertThat(one("select count(*) from playback")).isEqualTo("5");
    }

    /** The outbox fails as the last step: nothing of the request is left, and sending it again makes it whole. */
    @Test
    void nothingIsLeftOfATransactionThatBrokeBeforeItsCommit() throws Exception {
        Acceptance broken = start(new Acceptance(
                jdbi,
                bus,
                new JdbcStatementOutbox((LaneSignals) placed -> {}) {
                    @Override
                    public List<Placed> putLast(Handle transaction, List<OutboxEntry> entries) {
                        super.put(transaction, entries);
                        throw new IllegalStateException("crash");
                    }
                },
                meter(),
                PlaybackSettings.DEFAULTS));
        assertThatThrownBy(() -> send(broken, 1, 2, 3).get(10, SECONDS)).hasRootCauseMessage("crash");
        assertThat(bodies()).isEmpty();
        assertThat(one("select count(*) from playback")).isEqualTo("0");

        assertThat(send(node(), 1, 2, 3).get(10, SECONDS).through()).isEqualTo(3);
        assertThat(bodies()).hasSize(5);
    }

    @Test
    void says503WhileTheDatabaseIsAwayAndTheQueueIsFull() {
        Acceptance away = start(new Acceptance(
                Jdbi.create(() -> {
                    throw new SQLTransientConnectionException("away");
                }),
                bus,
                outbox(),
                meter(),
                PlaybackSettings.DEFAULTS));
        assertThatThrownBy(() -> send(away, 1).get(10, SECONDS)).isInstanceOfSatisfying(ExecutionException.class, e -> {
            assertThat(problem(e).status()).isEqualTo(503);
            assertThat(problem(e).retryAfter()).isPresent();
        });

        PlaybackSettings small =
                new PlaybackSettings(1, 1, Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(15), 0);
        Acceptance full = new Acceptance(jdbi, bus, outbox(), meter(), small);
        send(full, 1);
        assertThatThrownBy(() -> send(full, 1).get(10, SECONDS))
                .isInstanceOfSatisfying(
                        ExecutionException.class,
                        e -> assertThat(problem(e).status()).isEqualTo(503));
    }

    /** Many requests with every fact sent several times, to two nodes at once, for playbacks of the same attempt. */
    @Test
    void twoNodesAndManyParallelRequestsGiveEachStatementOnce() throws Exception {
        Acceptance one = node();
        Acceptance other = node();
        Random random = new Random(42);
        List<UUID> playbacks = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Submission> submissions = new ArrayList<>();
        for (UUID id : playbacks) {
            for (int i = 0; i < 3; i++) {
                for (int seq = 1; seq <= 40; seq++) {
                    submissions.add(submission(session, id, seq));
                }
            }
        }
        Collections.shuffle(submissions, random);
        List<CompletableFuture<Accepted>> answers = new ArrayList<>();
        for (Submission submission : submissions) {
            answers.add((random.nextBoolean() ? one : other).accept(submission));
        }
        for (CompletableFuture<Accepted> answer : answers) {
            assertThat(answer.get(30, SECONDS).through()).isBetween(0L, 40L);
        }

        assertThat(one("select string_agg(through::text, ',') from playback")).isEqualTo("40,40,40");
        assertThat(one("select count(*) from attempt")).isEqualTo("1");
        List<String> bodies = bodies();
        assertThat(bodies).filteredOn("Initialized"::equals).hasSize(3);
        assertThat(bodies).filteredOn("Played"::equals).hasSize(3 * 20);
        assertThat(bodies).filteredOn("Paused"::equals).hasSize(3 * 19);
        assertThat(one("select max(position) - count(*) from outbox")).isEqualTo("0");
    }

    @Test
    void theSweepClosesSilentPlaybacksOnAnyNodeOnce() throws Exception {
        send(node(), 1, 2, 5).get(10, SECONDS);
        jdbi.useHandle(handle -> handle.execute("update playback set last_seen = now() - interval '4 minutes'"));
        sweep().run();
        sweep().run();

        // Facts 3 and 4 never came; fact 5, which did, is not lost.
        assertThat(bodies())
                .containsExactly("Initialized", "Played", "Progressed", "Paused", "Progressed", "Terminated");
        assertThat(one("select open from playback")).isEqualTo("false");
        assertThat(one("select max(at) - (select at from outbox order by position offset 3 limit 1) from outbox"))
                .startsWith("00:00:00.0");
        assertThat(send(node(), 3, 6).get(10, SECONDS)).isEqualTo(new Accepted(6, List.of(Refusal.of(6, "closed"))));
    }

    /** Each node remembers what it committed itself, and must notice what the other has done since. */
    @Test
    void nodesThatTakeTurnsTellTheSameAsOneAlone() throws Exception {
        Acceptance one = node();
        Acceptance other = node();
        for (int seq = 1; seq <= 40; seq++) {
            Acceptance next = seq / 2 % 2 == 0 ? one : other;
            assertThat(send(next, seq).get(10, SECONDS).through()).isEqualTo(seq);
        }

        assertThat(bodies()).filteredOn("Initialized"::equals).hasSize(1);
        assertThat(bodies()).filteredOn("Played"::equals).hasSize(20);
        assertThat(bodies()).filteredOn("Paused"::equals).hasSize(19);
        assertThat(one("select max(position) - count(*) from outbox")).isEqualTo("0");
        assertThat(one("select count(distinct at) = count(*) from outbox")).isEqualTo("true");
        assertThat(one("select through from playback")).isEqualTo("40");
    }

    @Test
    void aNodeAnswersARepetitionByWhatAnotherHasCommittedSince() throws Exception {
        Acceptance one = node();
        send(one, 1).get(10, SECONDS);
        send(node(), 2, 3).get(10, SECONDS);

        assertThat(send(one, 1).get(10, SECONDS).through()).isEqualTo(3);
    }

    /** Two loads of the player by one learner in one course: what the one watched the other's statements know. */
    @Test
    void aNodeKnowsWhatWasWatchedMeanwhileInAnotherPlaybackOfTheSameAttempt() throws Exception {
        Acceptance one = node();
        UUID second = UUID.randomUUID();
        send(one, 1, 2).get(10, SECONDS);
        one.accept(submission(session, second, 1)).get(10, SECONDS);
        Acceptance other = node();
        other.accept(submission(session, second, 2, 3)).get(10, SECONDS);

        assertThat(send(one, 3).get(10, SECONDS).through()).isEqualTo(3);
        assertThat(one("select time_spent_ms from attempt")).isEqualTo("60000");
        assertThat(one("select segments from attempt")).isEqualTo("0.000[.]30.000[,]0.000[.]30.000");
    }

    @Test
    void aNodeNoticesThatTheSweepClosedWhatItRemembers() throws Exception {
        Acceptance node = node();
        send(node, 1, 2, 3).get(10, SECONDS);
        jdbi.useHandle(handle -> handle.execute("update playback set last_seen = now() - interval '31 minutes'"));
        sweep().run();

        assertThat(send(node, 4).get(10, SECONDS)).isEqualTo(new Accepted(4, List.of(Refusal.of(4, "closed"))));
        assertThat(bodies()).filteredOn("Terminated"::equals).hasSize(1);
        assertThat(bodies()).filteredOn("Played"::equals).hasSize(1);
    }

    /** What an operator removed is begun anew, not remembered. */
    @Test
    void aNodeBeginsAnewWhatWasRemovedSince() throws Exception {
        Acceptance node = node();
        send(node, 1, 2, 3).get(10, SECONDS);
        jdbi.useHandle(handle -> handle.execute("truncate playback, attempt cascade"));

        assertThat(send(node, 4).get(10, SECONDS).through()).isZero();
        assertThat(one("select count(*) from playback")).isEqualTo("1");
    }

    @Test
    void theSweepLeavesAPausedPlaybackAloneForLonger() throws Exception {
        send(node(), 1).get(10, SECONDS);
        jdbi.useHandle(handle -> handle.execute("update playback set last_seen = now() - interval '4 minutes'"));
        sweep().run();

        assertThat(bodies()).containsExactly("Initialized");
    }

    private PlaybackSweep sweep() {
        return new PlaybackSweep(
                jdbi,
                bus,
                outbox(),
                new PlaybackSweep.Surroundings(
                        new OneSession(session), new OneTenant(tenant), Watching.LIBRARY, new Witnesses(List.of())),
                meter(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                PlaybackSettings.DEFAULTS);
    }

    private Acceptance node() {
        return start(new Acceptance(jdbi, bus, outbox(), meter(), PlaybackSettings.DEFAULTS));
    }

    private Acceptance start(Acceptance node) {
        node.start(runnable -> {
            Thread thread = new Thread(runnable);
            thread.setDaemon(true);
            return thread;
        });
        nodes.add(node);
        return node;
    }

    private static JdbcStatementOutbox outbox() {
        return new JdbcStatementOutbox((LaneSignals) placed -> {});
    }

    static Meter meter() {
        return new Meter((Meter.Count) (tenant, what, times) -> {});
    }

    private CompletableFuture<Accepted> send(Acceptance node, long... seqs) {
        return node.accept(submission(session, seqs));
    }

    private Submission submission(LearnerSession by, long... seqs) {
        return submission(by, playback, seqs);
    }

    private Submission submission(LearnerSession by, UUID id, long... seqs) {
        FactsRequest request = request(seqs);
        return new Submission(
                tenant, by, Watching.scene(tenant, by), new FactsRequest(id, "intro", NOW, request.facts(), List.of()));
    }

    /** Ready, then play and pause by turns, 30 s each. */
    private FactsRequest request(long... seqs) {
        List<Fact> facts = new ArrayList<>();
        for (long seq : seqs) {
            Instant at = Watching.LAUNCH.plusSeconds(30 * seq);
            facts.add(
                    seq == 1
                            ? new Fact.Ready(seq, at, OptionalLong.of(100_000), PlayerState.SILENT)
                            : seq % 2 == 0 ? new Fact.Play(seq, at, 0) : new Fact.Pause(seq, at, 30_000));
        }
        return new FactsRequest(playback, "intro", NOW, facts, List.of());
    }

    private static Problem problem(ExecutionException e) {
        return (Problem) e.getCause();
    }

    private static List<String> bodies() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select convert_from(body, 'UTF8') from outbox order by lane, position")
                        .mapTo(String.class)
                        .list());
    }

    private static String one(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery("select x::text from (" + sql + ") as t (x)")
                .map((row, context) -> row.getString(1))
                .one());
    }
}
