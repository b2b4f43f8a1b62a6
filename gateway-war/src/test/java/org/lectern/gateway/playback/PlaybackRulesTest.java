package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Progressed;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.VideoEnd;
import org.lectern.gateway.session.LearnerSession;

/** Whatever pages send, in whatever order and however often: what comes out obeys vocabulary §1.5 and §1.6. */
class PlaybackRulesTest {

    private static final Instant NOW = Watching.LAUNCH.plus(Duration.ofDays(1));

    @Provide
    Arbitrary<List<Fact>> facts() {
        return RandomFacts.sequences();
    }

    /** A playback as the database would keep it: written down and read again after every request. */
    private static final class Desk {
        private final Scene scene;
        private final List<LearnerAction> actions = new ArrayList<>();
        private final List<PlaybackRow> rows = new ArrayList<>();
        private AttemptRow attempt;

        Desk(int playbacks) {
            this(playbacks, new ProgressPolicy.Milestones());
        }

        Desk(int playbacks, ProgressPolicy policy) {
            Tenant tenant = Watching.tenant("acme", policy);
            LearnerSession session = Watching.session(tenant.id(), "u-20417");
            scene = Watching.scene(tenant, session);
            attempt = new AttemptRow(
                    UUID.randomUUID(), new AttemptRow.Name("acme", "u-20417", "course", "intro"), Attempt.NEW, 1);
            for (int i = 0; i < playbacks; i++) {
                rows.add(new PlaybackRow(
                        new PlaybackRow.Key("acme", UUID.randomUUID()),
                        session.id(),
                        attempt.id(),
                        "intro",
                        Ledger.EMPTY,
                        Playback.untouched(Watching.LAUNCH),
                        1));
            }
        }

        Applied send(int playback, List<Fact> facts, Instant now) {
            PlaybackRow row = rows.get(playback);
            Applied applied =
                    Applied.of(circumstances(row), row, attempt, row.ledger().take(facts), now);
            keep(playback, applied);
            return applied;
        }

        void sweep(int playback) {
            PlaybackRow row = rows.get(playback);
            keep(
                    playback,
                    Applied.of(circumstances(row), row, attempt, row.ledger().giveUp(), NOW)
                            .closed(circumstances(row)));
        }

        /** As if these were all the facts that there are. */
        void applyAll(List<Fact> facts) {
            PlaybackRow row = rows.get(0);
            Ledger.Due due = new Ledger.Due(facts, row.ledger());
            keep(0, Applied.of(circumstances(row), row, attempt, due, NOW));
        }

        private Circumstances circumstances(PlaybackRow row) {
            return scene.circumstances(row.key().id(), row.attempt());
        }

        private void keep(int playback, Applied applied) {
            PlaybackRow row = applied.row();
            Ledger ledger = Ledger.parse(row.ledger().through(), row.ledger().text());
            Playback state = PlaybackJson.read(PlaybackJson.write(row.playback()));
            assertThat(state).isEqualTo(row.playback());
            assertThat(ledger).isEqualTo(row.ledger());
            rows.set(playback, row.with(ledger, state));
            Attempt history = applied.attempt().attempt();
            assertThat(Segments.parse(history.segments().text())).isEqualTo(history.segments());
            attempt = applied.attempt();
            actions.addAll(applied.actions());
        }
    }

    @Property(tries = 1_500)
    void anyFactsGiveActionsThatAreTrueToEachOther(@ForAll("facts") List<Fact> facts) {
        Desk desk = new Desk(1);
        desk.send(0, facts, NOW);
        desk.sweep(0);

        ActionRules.hold(desk.actions);
    }

    @Property(tries = 800)
    void whateverTheEndOfAVideoIsItIsReportedOnceAndNotBefore(
            @ForAll("facts") List<Fact> facts,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(max = 59) int seconds,
            @ForAll @IntRange(max = 2) int kind) {
        VideoEnd end = new VideoEnd(percent, seconds);
        Desk desk = new Desk(
                1,
                List.of(
                                new ProgressPolicy.Milestones(end),
                                new ProgressPolicy.EveryPercent(end),
                                new ProgressPolicy.Interval(Duration.ofSeconds(2), end))
                        .get(kind));
        desk.send(0, facts, NOW);
        desk.sweep(0);

        List<Progressed> reports = desk.actions.stream()
                .filter(Progressed.class::isInstance)
                .map(Progressed.class::cast)
                .toList();
        List<Progressed> finishing =
                reports.stream().filter(Progressed::finished).toList();
        assertThat(finishing).hasSizeLessThanOrEqualTo(1);
        // Reports tell the share cut to thousandths.
        assertThat(finishing).allMatch(report -> reaches(report, "0.0011", end));
        if (finishing.isEmpty()) {
            assertThat(reports).noneMatch(report -> reaches(report, "0", end));
        }
    }

    private static boolean reaches(Progressed report, String more, VideoEnd end) {
        BigDecimal share = report.watched().progress().add(new BigDecimal(more));
        BigDecimal length = report.playback().length().orElseThrow();
        BigDecimal left = length.subtract(length.multiply(share));
        return share.movePointRight(2).compareTo(BigDecimal.valueOf(end.percent())) >= 0
                || end.seconds() > 0 && left.compareTo(BigDecimal.valueOf(end.seconds())) <= 0;
    }

    @Property(tries = 500)
    void severalPlaybacksOfOneAttemptShareItsHistory(
            @ForAll("facts") List<Fact> one, @ForAll("facts") List<Fact> other, @ForAll long seed) {
        Desk desk = new Desk(2);
        Random random = new Random(seed);
        List<List<Fact>> rest = List.of(new ArrayList<>(one), new ArrayList<>(other));
        while (!rest.get(0).isEmpty() || !rest.get(1).isEmpty()) {
            int turn = rest.get(0).isEmpty() ? 1 : rest.get(1).isEmpty() ? 0 : random.nextInt(2);
            desk.send(turn, List.of(rest.get(turn).remove(0)), NOW);
        }
        desk.sweep(0);
        desk.sweep(1);

        ActionRules.hold(desk.actions);
    }

    @Property(tries = 800)
    void repeatsReorderingsAndGapsChangeNothing(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        Desk straight = new Desk(1);
        long through = straight.send(0, facts, NOW).row().ledger().through();
        Desk crooked = new Desk(1);
        Random random = new Random(seed);
        List<Fact> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, random.nextInt(facts.size() + 1)));
        Collections.shuffle(shuffled, random);
        long reached = 0;
        while (!shuffled.isEmpty()) {
            int size = 1 + random.nextInt(shuffled.size());
            long now = crooked.send(0, shuffled.subList(0, size), NOW)
                    .row()
                    .ledger()
                    .through();
            assertThat(now).as("through never falls").isGreaterThanOrEqualTo(reached);
            reached = now;
            shuffled.subList(0, size).clear();
        }

        assertThat(reached).isEqualTo(through).isEqualTo(facts.size());
        assertThat(told(crooked)).isEqualTo(told(straight));
        assertThat(crooked.send(0, facts, NOW).actions()).isEmpty();
    }

    @Property(tries = 500)
    void factsThatNeverArriveHoldBackNothingForEver(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        Assume.that(facts.size() > 2);
        List<Fact> holed = new ArrayList<>(facts);
        holed.remove(new Random(seed).nextInt(holed.size() - 1));
        Desk desk = new Desk(1);
        desk.send(0, holed, NOW);
        desk.sweep(0);
        Desk without = new Desk(1);
        without.applyAll(holed);
        without.sweep(0);

        assertThat(told(desk)).isEqualTo(told(without));
        ActionRules.hold(desk.actions);
    }

    @Property(tries = 300)
    void noActionIsAheadOfTheClockByMoreThanASecond(@ForAll("facts") List<Fact> facts) {
        Instant now = Watching.LAUNCH.plusSeconds(90);
        Desk desk = new Desk(1);
        desk.send(0, facts, now);

        assertThat(desk.actions).allSatisfy(action -> assertThat(action.at()).isBeforeOrEqualTo(now.plusSeconds(1)));
        ActionRules.hold(desk.actions);
    }

    /** All that an action says, but for the ids that differ from desk to desk. */
    private static List<String> told(Desk desk) {
        return desk.actions.stream()
                .map(action -> action.toString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id"))
                .toList();
    }
}
