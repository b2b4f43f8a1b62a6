package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.playground.journey.Explanations.Difference;

class ExplanationsTest {

    private static final Set<String> EXAMPLES = Set.of("play", "pause", "quality");

    private final Explanations explanations = new Explanations(
            List.of(
                    Difference.everywhere("lacks $.actor.name", "pseudonyms"),
                    new Difference("lacks $.context.language", "nobody speaks", Set.of("play"))),
            Map.of("quality", "there is one"));

    @Test
    void whatIsExplainedIsNoFault() {
        assertThat(explanations.faults(
                        Map.of(
                                "play", Set.of("lacks $.actor.name", "lacks $.context.language"),
                                "pause", Set.of("lacks $.actor.name")),
                        EXAMPLES))
                .isEmpty();
    }

    @Test
    void whatIsNotExplainedOrExplainedElsewhereIsAFault() {
        assertThat(explanations.faults(
                        Map.of(
                                "play", Set.of("lacks $.actor.name", "lacks $.context.language", "has $.version"),
                                "pause", Set.of("lacks $.actor.name", "lacks $.context.language")),
                        EXAMPLES))
                .containsExactlyInAnyOrder("play has $.version", "pause lacks $.context.language");
    }

    @Test
    void whatNobodyNeedsIsAFault() {
        assertThat(explanations.faults(
                        Map.of(
                                "play",
                                Set.of("lacks $.actor.name"),
                                "pause",
                                Set.of(),
                                "quality",
                                Set.of("lacks $.actor.name")),
                        EXAMPLES))
                .containsExactlyInAnyOrder(
                        "pause is explained in vain: lacks $.actor.name",
                        "play is explained in vain: lacks $.context.language",
                        "quality is explained in vain: told, or no example");
    }

    @Test
    void anExampleOfNothingIsAFault() {
        assertThat(explanations.faults(
                        Map.of("play", Set.of("lacks $.actor.name", "lacks $.context.language")), EXAMPLES))
                .containsExactly("pause is an example of nothing that was told");
    }
}
