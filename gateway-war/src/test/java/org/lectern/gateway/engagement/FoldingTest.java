package org.lectern.gateway.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.engagement.PracticeViewers.COURSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.playback.Segments;

/** From rows that accepting left to sums, on PostgreSQL. */
class FoldingTest {

    private static final String FIRST_HALF = "0.000[.]5.000";
    private static final String ALL = "0.000[.]5.000[,]4.000[.]10.500";

    private final PracticeViewers viewers = new PracticeViewers();
    private final Folding folding = new Folding(viewers.jdbi);

    @Test
    void addsUpWhileThePlayerIsStillOpenAndAgainWhenItHasClosed() {
        UUID attempt = viewers.attempt();
        UUID playback = viewers.plays(attempt);
        viewers.watched(attempt, playback, FIRST_HALF);
        folding.run();
        assertThat(kept().viewers()).isOne();
        assertThat(kept().seen()).containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(views()).isOne();
        viewers.watched(attempt, playback, ALL);
        viewers.ends(playback);
        folding.run();
        assertThat(kept().viewers()).isOne();
        assertThat(kept().finished()).isOne();
        assertThat(kept().plays()).containsExactly(1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1);
        assertThat(views()).isOne();
        assertThat(viewers.waiting()).isZero();
    }

    @Test
    void addingUpAgainChangesNothing() {
        UUID attempt = viewers.attempt();
        UUID playback = viewers.plays(attempt);
        viewers.watched(attempt, playback, ALL);
        viewers.ends(playback);
        folding.run();
        viewers.jdbi.useHandle(handle -> handle.execute("update playback set folded = false"));
        new Folding(viewers.jdbi).run();
        assertThat(kept().viewers()).isOne();
        assertThat(kept().plays()).containsExactly(1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1);
        assertThat(views()).isOne();
    }

    @Test
    void findsWhatEndedWhileNobodyAddedUp() {
        UUID attempt = viewers.attempt();
        viewers.watched(attempt, viewers.plays(attempt), ALL);
        viewers.jdbi.useHandle(
                handle -> handle.execute("update playback set open = false, last_seen = now() - interval '3 days'"));
        folding.run();
        assertThat(kept().viewers()).isOne();
    }

    @Test
    void countsEachLoadThatPlayedAsAViewInItsHour() {
        UUID attempt = viewers.attempt();
        viewers.watched(attempt, viewers.plays(attempt), ALL);
        viewers.ends(viewers.plays(attempt));
        viewers.ends(viewers.opens(attempt));
        folding.run();
        assertThat(kept().viewers()).isOne();
        assertThat(views()).isEqualTo(2);
        assertThat(viewers.number("select count(*)::int from engagement_hour where hour = '2026-03-02T09:00Z'"))
                .isOne();
    }

    @Test
    void leavesOutThoseWhoTeach() {
        UUID attempt = viewers.attempt();
        UUID playback = viewers.teacherPlays(attempt);
        viewers.watched(attempt, playback, ALL);
        viewers.ends(playback);
        folding.run();
        assertThat(viewers.number("select count(*)::int from engagement")).isZero();
        assertThat(viewers.waiting()).isZero();
    }

    @Test
    void keepsInstitutionsCoursesAndVideosApart() {
        List<Course> courses = List.of(
                COURSE,
                new Course("umbrella", COURSE.scope(), COURSE.media()),
                new Course(COURSE.tenant(), "practice/course/course-2", COURSE.media()),
                new Course(COURSE.tenant(), COURSE.scope(), "outro"));
        courses.forEach(course -> {
            UUID attempt = viewers.attempt(course, 10_500L);
            UUID playback = viewers.plays(attempt);
            viewers.watched(attempt, playback, ALL);
            viewers.ends(playback);
        });
        folding.run();
        courses.forEach(course -> assertThat(kept(course).viewers()).isOne());
    }

    @Test
    void aPageThatLiesAboutTheLengthDoesNotBendThePictureForLong() {
        for (long length : new long[] {9_000_000_000L, 10_500, 10_500, 10_500}) {
            UUID attempt = viewers.attempt(COURSE, length);
            UUID playback = viewers.plays(attempt);
            viewers.watched(attempt, playback, ALL);
            viewers.ends(playback);
            folding.run();
        }
        assertThat(kept().length()).isEqualTo(10_500);
        assertThat(kept().seen()).hasSize(11).containsOnly(4);
    }

    @Test
    void drawsNoCurveUntilALengthIsKnown() {
        UUID first = viewers.attempt(COURSE, null);
        viewers.watched(first, viewers.plays(first), FIRST_HALF);
        folding.run();
        assertThat(kept().viewers()).isOne();
        assertThat(kept().seen()).isEmpty();
        UUID second = viewers.attempt();
        viewers.watched(second, viewers.plays(second), ALL);
        folding.run();
        assertThat(kept().seen()).containsExactly(2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void oneThatCannotBeAddedUpHoldsUpNobodyElse() {
        UUID broken = viewers.attempt();
        viewers.watched(broken, viewers.plays(broken), "nonsense");
        UUID sound = viewers.attempt(new Course("umbrella", "practice/course/course-1", "intro"), 10_500L);
        viewers.watched(sound, viewers.plays(sound), ALL);
        viewers.jdbi.useHandle(handle -> handle.execute("update playback set open = false"));
        folding.run();
        assertThat(viewers.waiting()).isZero();
        assertThat(viewers.number("select viewers from engagement")).isOne();
    }

    @Test
    void aStateThatCannotBeReadHoldsUpNobodyElseEither() {
        UUID attempt = viewers.attempt();
        viewers.watched(attempt, viewers.plays(attempt), ALL);
        UUID broken = viewers.plays(attempt);
        viewers.jdbi.useHandle(handle -> handle.execute("update playback set state = 'nonsense' where id = ?", broken));
        folding.run();
        viewers.jdbi.useHandle(handle -> handle.execute("update playback set open = false"));
        folding.run();
        assertThat(viewers.waiting()).isZero();
        assertThat(kept().viewers()).isOne();
        assertThat(views()).isOne();
    }

    @Test
    void aDatabaseThatFailsForAWhileLosesNothing() {
        UUID attempt = viewers.attempt();
        UUID playback = viewers.plays(attempt);
        viewers.watched(attempt, playback, ALL);
        viewers.ends(playback);
        viewers.jdbi.useHandle(handle -> handle.execute("alter table engagement rename to elsewhere"));
        folding.run();
        assertThat(viewers.waiting()).isOne();
        viewers.jdbi.useHandle(handle -> handle.execute("alter table elsewhere rename to engagement"));
        folding.run();
        assertThat(kept().viewers()).isOne();
        assertThat(views()).isOne();
    }

    /** As docs/operating.md says. */
    @Test
    void sumsCanBeMadeAgain() {
        UUID attempt = viewers.attempt();
        UUID ended = viewers.plays(attempt);
        viewers.watched(attempt, ended, ALL);
        viewers.ends(ended);
        viewers.watched(attempt, viewers.plays(attempt), ALL);
        folding.run();
        Timeline before = kept();
        viewers.jdbi.useHandle(handle -> {
            handle.execute("truncate engagement, engagement_attempt, engagement_hour");
            handle.execute("update playback set folded = false, viewed = false");
        });
        new Folding(viewers.jdbi).run();
        assertThat(kept()).usingRecursiveComparison().isEqualTo(before);
        assertThat(views()).isEqualTo(2);
    }

    /** The index must not cost accepting anything: as long as a playback runs, its row alone is written. */
    @Test
    void aPagesReportRewritesTheRowAndNoIndex() {
        UUID playback = viewers.plays(viewers.attempt());
        int rewritten = viewers.jdbi.inTransaction(transaction -> {
            transaction.execute(
                    "update playback set through = 2, state = state || ' ', open = true, last_seen = now() where id = ?",
                    playback);
            return transaction
                    .createQuery("select pg_stat_get_xact_tuples_hot_updated('playback'::regclass)::int")
                    .mapTo(Integer.class)
                    .one();
        });
        assertThat(rewritten).isOne();
    }

    @Test
    void severalNodesAtOnceAddUpWhatTheAttemptsSayIfTheyAreAskedInTheEnd() throws Exception {
        Random random = new Random(20_261_122);
        List<UUID> attempts =
                IntStream.range(0, 12).mapToObj(at -> viewers.attempt()).toList();
        List<UUID> playbacks = new ArrayList<>();
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 25; round++) {
                List<Future<?>> runs = new ArrayList<>();
                for (int node = 0; node < 3; node++) {
                    runs.add(nodes.submit(new Folding(viewers.jdbi)));
                }
                UUID attempt = attempts.get(random.nextInt(attempts.size()));
                UUID playback = viewers.plays(attempt);
                playbacks.add(playback);
                viewers.watched(attempt, playback, segments(random, round));
                if (random.nextBoolean()) {
                    viewers.ends(playback);
                }
                for (Future<?> run : runs) {
                    run.get();
                }
            }
            playbacks.forEach(viewers::ends);
            folding.run();
        } finally {
            nodes.shutdown();
        }
        assertThat(viewers.waiting()).isZero();
        Timeline again = Timeline.of(10_500);
        viewers.jdbi.useHandle(handle -> handle.createQuery("select segments from attempt")
                .mapTo(String.class)
                .forEach(segments -> again.add(Segments.parse(segments))));
        assertThat(kept()).usingRecursiveComparison().isEqualTo(again);
        assertThat(views()).isEqualTo(playbacks.size());
    }

    private static String segments(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int stretch = 0; stretch <= random.nextInt(most + 1); stretch++) {
            int from = random.nextInt(9);
            text.append(stretch == 0 ? "" : "[,]")
                    .append(from)
                    .append(".250[.]")
                    .append(from + 1 + random.nextInt(2));
            text.append(".500");
        }
        return text.toString();
    }

    private Timeline kept() {
        return kept(COURSE);
    }

    private Timeline kept(Course course) {
        return viewers.jdbi.inTransaction(transaction -> new EngagementTable(transaction)
                .lock(List.of(course))
                .get(course)
                .timeline());
    }

    private int views() {
        return viewers.number("select coalesce(sum(views), 0)::int from engagement_hour");
    }
}
