package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.lectern.adapter.action.PlayerState;

/** Facts as a broken or hostile page may send them: any kind after any other, positions and clocks running wild. */
final class RandomFacts {

    static final long LENGTH = 60_000;

    private RandomFacts() {}

    /** A fact without its place: the step of the clock before it decides the time. */
    record Loose(int kind, long a, long b, long step) {

        Fact at(long seq, Instant clock) {
            return switch (kind) {
                case 0 -> new Fact.Ready(seq, clock, OptionalLong.of(LENGTH), PlayerState.SILENT);
                case 1, 2 -> new Fact.Play(seq, clock, a);
                case 3 -> new Fact.Pause(seq, clock, a);
                case 4, 5, 6 -> new Fact.Heartbeat(seq, clock, a);
                case 7, 8 -> new Fact.Seek(seq, clock, a, b);
                case 9 -> new Fact.Rate(seq, clock, a, BigDecimal.ONE, BigDecimal.valueOf(1 + b % 3));
                case 10 -> new Fact.Control(seq, clock, a, muted());
                case 11 -> new Fact.Ended(seq, clock, a);
                case 12 -> new Fact.Leave(seq, clock, a);
                default -> new Fact.Senseless(seq, clock);
            };
        }
    }

    /** Facts 1 to n, mostly beginning with ready, mostly going on for a while before leaving. */
    static Arbitrary<List<Fact>> sequences() {
        Arbitrary<Integer> kinds = Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.integers().between(1, 11)),
                Tuple.of(2, Arbitraries.integers().between(12, 13)),
                Tuple.of(1, Arbitraries.just(0)));
        Arbitrary<Long> positions = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(0, LENGTH)),
                Tuple.of(4, Arbitraries.longs().between(LENGTH - 1_500, LENGTH + 1_500)),
                Tuple.of(1, Arbitraries.longs().between(0, 10 * LENGTH)));
        Arbitrary<Long> steps = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.longs().between(1, 15_000)),
                Tuple.of(2, Arbitraries.longs().between(-5_000, 1)));
        Arbitrary<Loose> one =
                Combinators.combine(kinds, positions, positions, steps).as(Loose::new);
        Arbitrary<Boolean> readyFirst = Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false));
        return Combinators.combine(one.list().ofMinSize(0).ofMaxSize(60), readyFirst)
                .as((loose, ready) -> numbered(ready ? withReady(loose) : loose));
    }

    private static List<Loose> withReady(List<Loose> loose) {
        List<Loose> all = new ArrayList<>(loose);
        all.add(0, new Loose(0, 0, 0, 1));
        return all;
    }

    private static List<Fact> numbered(List<Loose> loose) {
        List<Fact> facts = new ArrayList<>();
        Instant clock = Watching.LAUNCH.plusSeconds(60);
        for (Loose one : loose) {
            clock = clock.plusMillis(one.step());
            facts.add(one.at(facts.size() + 1L, clock));
        }
        return facts;
    }

    private static PlayerState muted() {
        PlayerState none = PlayerState.SILENT;
        return new PlayerState(
                none.captions(),
                none.captionsLanguage(),
                none.speed(),
                Optional.of(BigDecimal.ZERO),
                none.fullScreen(),
                none.screenSize(),
                none.playbackSize(),
                none.quality(),
                none.track(),
                none.frameRate(),
                none.userAgent());
    }
}
