package org.lectern.bench.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final String ID = "c02a58e4-d689-4bd5-b5ca-8c9c9a11dc48";

    private final Shelf shelf = new Shelf();

    @Test
    void storesARepeatedStatementOnce() {
        assertThat(shelf.store(one("1"))).isEqualTo(Shelf.Result.STORED);
        assertThat(shelf.store(one("1"))).isEqualTo(Shelf.Result.KNOWN);

        assertThat(shelf.stored()).hasSize(1);
        assertThat(shelf.received()).isEqualTo(2);
        assertThat(shelf.breaches()).isEmpty();
    }

    @Test
    void callsASecondBodyUnderAKnownIdABreach() {
        shelf.store(one("1"));

        assertThat(shelf.store(one("2"))).isEqualTo(Shelf.Result.CONFLICT);
        assertThat(shelf.breaches()).hasSize(1);
    }

    private static List<Cut> one(String value) {
        return Cut.all(("{\"id\":\"" + ID + "\",\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
