package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTimeTest {

    @Property
    void readsWhatPagesWrite(@ForAll @LongRange(min = -2_000_000_000_000L, max = 250_000_000_000_000L) long millis) {
        String text = Instant.ofEpochMilli(millis).toString();
        String padded = text.length() == 20 ? text.replace("Z", ".000Z") : text;
        assertThat(PageTime.parse(padded)).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:15:30Z",
                "2026-11-22T10:15:30.5Z",
                "2026-11-22T10:15:30.123456Z",
                "2024-02-29T00:00:00.000Z",
                "2026-11-22T24:00:00.000Z",
                "2016-12-31T23:59:60.000Z"
            })
    void meansTheSameAsTheGeneralParser(String text) {
        assertThat(PageTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13-22T10:15:30.000Z",
                "2026-02-30T10:15:30.000Z",
                "2026-11-22T10:60:30.000Z",
                "2026-11-22T25:00:00.000Z",
                "2026-11-22 10:15:30.000Z",
                "2026-11-22T10:15:30.0000",
                "\u0662\u0660\u0662\u0666-11-22T10:15:30.000Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> PageTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
