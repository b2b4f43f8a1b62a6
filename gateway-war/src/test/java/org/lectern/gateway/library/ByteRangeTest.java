package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "Bytes=10-19, 10, 19",
        "bytes=90-1000, 90, 99",
        "bytes=99-99999999999999999999999999, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-1000, 0, 99",
        "bytes=00000000000000000000005-6, 5, 6"
    })
    void servesOneRange(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=99999999999999999999-", "bytes=-0"})
    void saysWhenNothingOfItExists(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Beyond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-4",
                "lines=1-2",
                "bytes=1-2,4-5",
                "bytes=0--1",
                "1-2",
                "bytes=1-2-3",
                "bytes=\u0661-\u0662"
            })
    void ignoresWhatItDoesNotUnderstand(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void servesTheWholeWithoutAHeaderAndNothingOfAnEmptyFile() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new ByteRange.Beyond());
        assertThat(ByteRange.of("bytes=-5", 0)).isEqualTo(new ByteRange.Beyond());
    }

    @Property
    void neverLeavesTheFile(@ForAll @StringLength(max = 30) String text, @ForAll @IntRange(max = 1000) int size) {
        if (ByteRange.of("bytes=" + text, size) instanceof ByteRange.Part part) {
            assertThat(part.first()).isBetween(0L, size - 1L);
            assertThat(part.last()).isBetween(part.first(), size - 1L);
        }
    }

    @Property
    void answersEveryPairOfNumbers(@ForAll long from, @ForAll long to, @ForAll @IntRange(min = 1) int size) {
        ByteRange range = ByteRange.of("bytes=" + Math.abs(from % 2000) + "-" + Math.abs(to % 2000), size);
        if (range instanceof ByteRange.Part part) {
            assertThat(part.length()).isBetween(1L, (long) size);
        }
    }
}
