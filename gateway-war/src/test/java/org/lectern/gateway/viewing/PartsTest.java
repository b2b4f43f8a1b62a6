package org.lectern.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.library.WatchedSoFar.Part;
import org.lectern.gateway.viewing.ViewingJson.Parts;

class PartsTest {

    @Test
    void leavesFewPartsAsTheyAre() {
        List<Part> parts = List.of(part(0, 1), part(2, 3));
        assertThat(Parts.atMost(2, parts)).isEqualTo(parts);
        assertThat(Parts.atMost(2, List.of())).isEmpty();
    }

    @Test
    void closesTheSmallestGapsOfMany() {
        List<Part> parts = List.of(part(0, 10), part(11, 20), part(50, 60), part(62, 70));
        assertThat(Parts.atMost(3, parts)).containsExactly(part(0, 20), part(50, 60), part(62, 70));
        assertThat(Parts.atMost(2, parts)).containsExactly(part(0, 20), part(50, 70));
        assertThat(Parts.atMost(1, parts)).containsExactly(part(0, 70));
    }

    @Test
    void neverHasMoreThanAskedForEvenWhenAllGapsAreAlike() {
        List<Part> parts = IntStream.range(0, 1_000)
                .mapToObj(number -> part(2 * number, 2 * number + 1))
                .toList();
        assertThat(Parts.atMost(60, parts)).hasSizeLessThanOrEqualTo(60);
    }

    private static Part part(int from, int to) {
        return new Part(BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }
}
