package org.lectern.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @Test
    void readsSizesAsPeopleWriteThem() {
        assertThat(ByteSize.parse("p", "4096")).isEqualTo(4_096);
        assertThat(ByteSize.parse("p", "200MiB")).isEqualTo(209_715_200);
        assertThat(ByteSize.parse("p", " 1.5 GiB ")).isEqualTo(1_610_612_736);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "200MB", "1e9", "two"})
    void namesThePropertyWhenASizeMakesNoSense(String text) {
        assertThatThrownBy(() -> ByteSize.parse("lectern.disk.stop-free", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lectern.disk.stop-free")
                .hasMessageContaining("200MiB");
    }

    @Test
    void writesSizesInUnitsThatPeopleRead() {
        assertThat(ByteSize.text(900)).isEqualTo("900 bytes");
        assertThat(ByteSize.text(200L << 20)).isEqualTo("200 MiB");
        assertThat(ByteSize.text(50L << 30)).isEqualTo("50 GiB");
    }
}
