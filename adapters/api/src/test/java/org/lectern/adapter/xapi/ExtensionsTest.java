package org.lectern.adapter.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static final Iri A = new Iri("https://example.edu/a");
    private static final Iri B = new Iri("https://example.edu/b");
    private static final Iri C = new Iri("https://example.edu/c");

    @Test
    void keepsTheOrderInWhichKeysCameAndTheLastValueOfEach() {
        Extensions one = Extensions.NONE.with(A, 1).with(B, 2).with(A, 3);
        assertThat(told(one)).containsExactly(A + "=3", B + "=2");
        assertThat(told(one.with(Extensions.NONE.with(C, "c").with(B, "b"))))
                .containsExactly(A + "=3", B + "=b", C + "=c");
        assertThat(told(one)).containsExactly(A + "=3", B + "=2");
    }

    @Test
    void areEqualByWhatTheySayWhateverTheOrder() {
        Extensions one = Extensions.NONE.with(A, 1).with(B, 2);
        Extensions other = Extensions.NONE.with(B, 2).with(A, 1);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.with(C, 3));
        assertThat(Extensions.NONE.with(one)).isEqualTo(one);
        assertThat(one.with(Extensions.NONE)).isEqualTo(one);
        assertThat(Extensions.NONE.isEmpty()).isTrue();
    }

    private static List<String> told(Extensions extensions) {
        List<String> told = new ArrayList<>();
        extensions.forEach((key, value) -> told.add(key + "=" + value));
        return told;
    }
}
