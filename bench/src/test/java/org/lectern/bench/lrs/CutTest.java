package org.lectern.bench.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final String ID = "c02a58e4-d689-4bd5-b5ca-8c9c9a11dc48";

    @Test
    void cutsAnArrayIntoItsStatementsByteForByte() {
        String first = "{\"id\":\"" + ID + "\",\"a\":[{\"b\":\"]}\\\"\"}]}";
        String second = "{\"c\":{}}";

        List<Cut> cuts = Cut.all(bytes("[" + first + " , " + second + "]")).orElseThrow();

        assertThat(cuts)
                .extracting(cut -> new String(cut.bytes(), StandardCharsets.UTF_8))
                .containsExactly(first, second);
        assertThat(cuts.get(0).id()).contains(UUID.fromString(ID));
        assertThat(cuts.get(1).id()).isEmpty();
    }

    @Test
    void takesASingleStatement() {
        assertThat(Cut.all(bytes("{\"x\":[1,{}]}")).orElseThrow()).hasSize(1);
    }

    @Test
    void findsNothingInABrokenBody() {
        assertThat(Cut.all(bytes("[{\"x\":1}"))).isEmpty();
    }

    @Test
    void readsSecondsAsMilliseconds() {
        Cut cut = Cut.all(bytes("{\"t\":12.34,\"u\":7,\"v\":0.005}"))
                .orElseThrow()
                .get(0);

        assertThat(cut.millisAfter(bytes("\"t\":"))).isEqualTo(12_340);
        assertThat(cut.millisAfter(bytes("\"u\":"))).isEqualTo(7_000);
        assertThat(cut.millisAfter(bytes("\"v\":"))).isEqualTo(5);
        assertThat(cut.millisAfter(bytes("\"w\":"))).isNegative();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
