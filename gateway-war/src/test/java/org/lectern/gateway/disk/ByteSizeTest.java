package org.lectern.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @Test
    void readsSizesAsPeopleWriteThem() {
        assertThat(ByteSize.parse("4096")).contains(4_096L);
        assertThat(ByteSize.parse("200MiB")).contains(209_715_200L);
        assertThat(ByteSize.parse(" 1.5 GiB ")).contains(1_610_612_736L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "200MB", "1e9", "two", "999999999999999TiB"})
    void takesNothingElseForASize(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    @Test
    void writesSizesInUnitsThatPeopleRead() {
        assertThat(ByteSize.text(900)).isEqualTo("900 bytes");
        assertThat(ByteSize.text(200L << 20)).isEqualTo("200 MiB");
        assertThat(ByteSize.text(50L << 30)).isEqualTo("50 GiB");
    }
}
