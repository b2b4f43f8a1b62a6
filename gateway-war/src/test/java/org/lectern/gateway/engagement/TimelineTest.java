package org.lectern.gateway.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.playback.Segments;
import org.lectern.gateway.playback.Segments.Segment;

class TimelineTest {

    private static final long LENGTH = 10_500;

    @Test
    void countsPeopleOnceAndPlaysEachTime() {
        Timeline timeline = Timeline.of(LENGTH);
        timeline.add(watched(0, 3_000, 1_000, 3_000));
        timeline.add(watched(0, LENGTH));
        assertThat(timeline.viewers()).isEqualTo(2);
        assertThat(timeline.finished()).isOne();
        assertThat(timeline.seen()).containsExactly(2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(timeline.plays()).containsExactly(2, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(timeline.stops()).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void whoOnlyOpenedTheVideoIsNoViewer() {
        Timeline timeline = Timeline.of(LENGTH);
        timeline.add(watched());
        timeline.add(watched(4_000, 4_000));
        assertThat(timeline.viewers()).isZero();
        assertThat(timeline.stops()).containsOnly(0);
    }

    @Test
    void countsPeopleAloneWhereThereIsNoLength() {
        Timeline timeline = Timeline.of(0);
        timeline.add(watched(0, 3_000));
        assertThat(timeline.viewers()).isOne();
        assertThat(timeline.finished()).isZero();
        assertThat(timeline.seen()).isEmpty();
    }

    @Test
    void ignoresWhatLiesBeyondTheEnd() {
        Timeline timeline = Timeline.of(LENGTH);
        timeline.add(watched(20_000, 30_000, 9_000, 900_000));
        assertThat(timeline.plays()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(timeline.finished()).isOne();
    }

    @Property
    void takesStepsThatPeopleThinkInAndNeverTooMany(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long length) {
        Timeline timeline = Timeline.of(length);
        long step = Timeline.step(length);
        assertThat(timeline.seen().length).isBetween(1, Timeline.MOST);
        assertThat((long) timeline.seen().length * step).isBetween(length, length + step - 1);
        assertThat(step % 1_000).isZero();
    }

    @Property(tries = 300)
    void everyStepIsWhatAskingEachAttemptAboutItsMiddleGives(@ForAll("attempts") List<Segments> attempts) {
        Timeline timeline = Timeline.of(LENGTH);
        attempts.forEach(timeline::add);
        for (int step = 0; step < timeline.seen().length; step++) {
            double middle = (step * 1_000L + Math.min((step + 1) * 1_000L, LENGTH)) / 2.0;
            long seen = attempts.stream().filter(one -> times(one, middle) > 0).count();
            long plays = attempts.stream().mapToLong(one -> times(one, middle)).sum();
            assertThat(timeline.seen()[step]).isEqualTo((int) seen);
            assertThat(timeline.plays()[step]).isEqualTo((int) plays);
        }
        assertThat(IntStream.of(timeline.stops()).sum() + timeline.finished()).isEqualTo(timeline.viewers());
    }

    @Property(tries = 300)
    void takingAnAttemptAwayLeavesWhatWasThereBefore(
            @ForAll("attempts") List<Segments> attempts, @ForAll("attempt") Segments more) {
        Timeline timeline = Timeline.of(LENGTH);
        attempts.forEach(timeline::add);
        int[] before = timeline.plays().clone();
        timeline.add(more);
        timeline.remove(more);
        assertThat(timeline.plays()).isEqualTo(before);
        attempts.forEach(timeline::remove);
        assertThat(timeline.seen()).containsOnly(0);
        assertThat(timeline.stops()).containsOnly(0);
        assertThat(timeline.viewers() + timeline.finished()).isZero();
    }

    @Provide
    Arbitrary<Segments> attempt() {
        return stretch().list().ofMaxSize(12).map(Segments::new);
    }

    @Provide
    Arbitrary<List<Segments>> attempts() {
        return attempt().list().ofMaxSize(6);
    }

    private static Arbitrary<Segment> stretch() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 12_000),
                        Arbitraries.longs().between(0, 6_000))
                .as((from, length) -> new Segment(from, from + length));
    }

    private static long times(Segments attempt, double middle) {
        return attempt.watched().stream()
                .filter(stretch -> stretch.from() <= middle && middle < stretch.to())
                .count();
    }

    private static Segments watched(long... ends) {
        return new Segments(IntStream.range(0, ends.length / 2)
                .mapToObj(at -> new Segment(ends[2 * at], ends[2 * at + 1]))
                .toList());
    }
}
